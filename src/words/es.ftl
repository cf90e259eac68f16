# The words of pages in Spanish: polite and neutral, understood on both sides of the Atlantic.
# What holds for all languages is said at the head of `en.ftl`.

## Sections: the plain heading, used when no finding and no words of the kit take its place

section-platforms = Dónde *me siguen*
    .pop =
        { $count ->
            [one] Un sitio *donde encontrarme*
           *[other] { $places } sitios *donde encontrarme*
        }
section-posts = Lo *más visto*
    .pop = Lo más *reproducido*
section-audience = La *audiencia*
    .pop = Quién *está ahí*
section-story = La *historia*
section-milestones = Hasta *ahora*
    .pop = Hasta aquí, *todo bien*
section-gallery = En *imágenes*
section-work = Trabajos *seleccionados*
    .pop = Cosas buenas *que hicimos*
    .studio = Campañas y *resultados*
section-rates = La *carta*
    .pop = Elige *tu entrada*
    .studio = Servicios y *tarifas*
section-process = Cómo *se trabaja*
    .pop = Así *jugamos*
    .studio = De la consulta *al informe*
section-press = En *prensa*
    .pop =
        { $count ->
            [0] Lo *escribieron*
           *[other] Lo *dijeron*
        }
section-contact = ¿Hablamos?
    .pop = ¿Te *vienes?*
section-method = Método y *fuentes*
    .pop = La letra *pequeña*

## Sections in a list of links

nav-platforms = Plataformas
nav-posts = Mejores publicaciones
nav-audience = Audiencia
nav-story = Historia
nav-milestones = Hitos
nav-gallery = Fotos
nav-work = Trabajos
nav-rates = Tarifas
nav-process = Proceso
nav-press = Prensa
nav-contact = Contacto
nav-method = Método

## Headings that take the place of a plain one

section-one-platform = En *{ $platform }*
    .pop = Estoy *en { $platform }*
section-one-case = Un trabajo, *contado entero*
    .pop = Una cosa buena *que hicimos*
    .studio = Una campaña *y sus resultados*
section-worked-with = Colaboraciones *anteriores*
    .pop = En buena *compañía*
section-services = Lo que *ofrezco*
section-services-several = Lo que *ofrecemos*
section-testimonials = En *sus palabras*
    .pop = Lo *dijeron*
section-terms = Las *condiciones*
    .pop = Las reglas *del juego*

## Platforms

platform-youtube = YouTube
platform-instagram = Instagram
platform-facebook = Facebook
platform-tiktok = TikTok
platform-x = X
platform-threads = Threads
platform-snapchat = Snapchat
platform-twitch = Twitch
platform-kick = Kick
platform-pinterest = Pinterest
platform-linkedin = LinkedIn
platform-bluesky = Bluesky
platform-mastodon = Mastodon
platform-reddit = Reddit
platform-discord = Discord
platform-telegram = Telegram
platform-whatsapp = WhatsApp
platform-patreon = Patreon
platform-substack = Substack
platform-beehiiv = beehiiv
platform-kit = Kit
platform-newsletter = Newsletter
    .inner = la newsletter
platform-spotify = Spotify
platform-apple_podcasts = Apple Podcasts
platform-podcast = Pódcast
    .inner = el pódcast
platform-website = Sitio web
    .inner = el sitio web
platform-kwai = Kwai
platform-soundcloud = SoundCloud
platform-beatport = Beatport
platform-vimeo = Vimeo

## Formats of posts: one

format-reel = Reel
format-story = Historia
    .inner = historia
format-post = Publicación
    .inner = publicación
format-carousel = Carrusel
    .inner = carrusel
format-short = Short
format-video = Video
    .inner = video
format-live = Directo
    .inner = directo
format-episode = Episodio
    .inner = episodio
format-issue = Edición
    .inner = edición

## Formats of posts: as many as `$count`

formats-reel =
    { $count ->
        [one] Reel
       *[other] Reels
    }
formats-story =
    { $count ->
        [one] Historia
       *[other] Historias
    }
    .inner =
    { $count ->
        [one] historia
       *[other] historias
    }
formats-post =
    { $count ->
        [one] Publicación
       *[other] Publicaciones
    }
    .inner =
    { $count ->
        [one] publicación
       *[other] publicaciones
    }
formats-carousel =
    { $count ->
        [one] Carrusel
       *[other] Carruseles
    }
    .inner =
    { $count ->
        [one] carrusel
       *[other] carruseles
    }
formats-short =
    { $count ->
        [one] Short
       *[other] Shorts
    }
formats-video =
    { $count ->
        [one] Video
       *[other] Videos
    }
    .inner =
    { $count ->
        [one] video
       *[other] videos
    }
formats-live =
    { $count ->
        [one] Directo
       *[other] Directos
    }
    .inner =
    { $count ->
        [one] directo
       *[other] directos
    }
formats-episode =
    { $count ->
        [one] Episodio
       *[other] Episodios
    }
    .inner =
    { $count ->
        [one] episodio
       *[other] episodios
    }
formats-issue =
    { $count ->
        [one] Edición
       *[other] Ediciones
    }
    .inner =
    { $count ->
        [one] edición
       *[other] ediciones
    }
platform-formats = { $formats } en { $platform }
counted = { $number }{ "\u00A0" }{ $formats }

## Metrics, as labels

metric-followers = Seguidores
    .inner = seguidores
metric-followers-youtube = Suscriptores
    .inner = suscriptores
metric-followers-newsletter = Suscriptores
    .inner = suscriptores
metric-followers-substack = Suscriptores
    .inner = suscriptores
metric-followers-beehiiv = Suscriptores
    .inner = suscriptores
metric-followers-kit = Suscriptores
    .inner = suscriptores
metric-followers-telegram = Suscriptores
    .inner = suscriptores
metric-followers-discord = Miembros
    .inner = miembros
metric-followers-reddit = Miembros
    .inner = miembros
metric-followers-patreon = Miembros
    .inner = miembros
metric-followers_gained = Seguidores ganados
    .inner = seguidores ganados
metric-followers_gained-youtube = Suscriptores ganados
    .inner = suscriptores ganados
metric-followers_gained-newsletter = Suscriptores ganados
    .inner = suscriptores ganados
metric-followers_lost = Seguidores perdidos
    .inner = seguidores perdidos
metric-followers_lost-youtube = Suscriptores perdidos
    .inner = suscriptores perdidos
metric-followers_lost-newsletter = Suscriptores perdidos
    .inner = suscriptores perdidos
metric-followers_net = Seguidores nuevos netos
    .inner = seguidores nuevos netos
metric-followers_net-youtube = Suscriptores nuevos netos
    .inner = suscriptores nuevos netos
metric-followers_net-newsletter = Suscriptores nuevos netos
    .inner = suscriptores nuevos netos
metric-paid_subscribers = Suscriptores de pago
    .inner = suscriptores de pago
metric-posts_total = Publicaciones en total
    .inner = publicaciones en total
metric-posts_published = Publicaciones del período
    .inner = publicaciones del período
metric-views = Visualizaciones
    .inner = visualizaciones
metric-engaged_views = Visualizaciones con interés
    .inner = visualizaciones con interés
metric-video_views = Visualizaciones de video
    .inner = visualizaciones de video
metric-impressions = Impresiones
    .inner = impresiones
metric-reach = Alcance
    .inner = alcance
metric-viewers = Espectadores
    .inner = espectadores
metric-viewers_new = Espectadores nuevos
    .inner = espectadores nuevos
metric-viewers_returning = Espectadores recurrentes
    .inner = espectadores recurrentes
metric-users = Visitantes
    .inner = visitantes
metric-sessions = Visitas
    .inner = visitas
metric-profile_visits = Visitas al perfil
    .inner = visitas al perfil
metric-link_clicks = Clics en enlaces
    .inner = clics en enlaces
metric-interactions = Interacciones
    .inner = interacciones
metric-likes = Me gusta
metric-comments = Comentarios
    .inner = comentarios
metric-shares = Veces compartido
    .inner = veces compartido
metric-saves = Guardados
    .inner = guardados
metric-reposts = Republicaciones
    .inner = republicaciones
metric-accounts_engaged = Cuentas que interactuaron
    .inner = cuentas que interactuaron
metric-watch_hours = Horas de visualización
    .inner = horas de visualización
metric-avg_view_duration = Duración media de visualización
    .inner = duración media de visualización
metric-avg_view_percentage = Porcentaje medio visto
    .inner = porcentaje medio visto
metric-ctr = Tasa de clics
    .inner = tasa de clics
metric-engagement_rate = Interacción
    .inner = interacción
metric-open_rate = Tasa de apertura
    .inner = tasa de apertura
metric-click_rate = Tasa de clics
    .inner = tasa de clics
metric-live_views = Visualizaciones en directo
    .inner = visualizaciones en directo
metric-avg_viewers = Promedio de espectadores
    .inner = promedio de espectadores
metric-peak_viewers = Pico de espectadores
    .inner = pico de espectadores
metric-stream_minutes = Minutos emitidos
    .inner = minutos emitidos
metric-downloads = Descargas
    .inner = descargas
metric-listeners = Oyentes
    .inner = oyentes
metric-streams = Reproducciones
    .inner = reproducciones
metric-duration = Duración
    .inner = duración
metric-followers_share = Porcentaje de seguidores
    .inner = porcentaje de seguidores
metric-followers_share-youtube = Porcentaje de suscriptores
    .inner = porcentaje de suscriptores
metric-followers_share-newsletter = Porcentaje de suscriptores
    .inner = porcentaje de suscriptores
metric-viewers_share = Porcentaje de espectadores
    .inner = porcentaje de espectadores
metric-views_share = Porcentaje de visualizaciones
    .inner = porcentaje de visualizaciones
metric-reach_share = Porcentaje de personas alcanzadas
    .inner = porcentaje de personas alcanzadas
metric-rank = Puesto, { $name }

## Engagement and its base

engagement-by-reach = Interacción por alcance
    .inner = interacción por alcance
engagement-by-followers = Interacción por seguidores
    .inner = interacción por seguidores
engagement-by-views = Interacción por visualizaciones
    .inner = interacción por visualizaciones
engagement-base-unknown = Interacción, base sin indicar
    .inner = interacción, base sin indicar
base-reach = por alcance
base-followers = por seguidores
base-views = por visualizaciones
base-unknown = base sin indicar
base-not-stated = { base-unknown }
basis-followers = seguidores
basis-viewers = espectadores
basis-views = visualizaciones
basis-reach = personas alcanzadas
basis-of-format = { $basis } de { $format }

## Labels of figures: `$metric` and `$formats` are forms inside a sentence

label-followers-total = Seguidores en { $platforms } plataformas
label-followers = Seguidores en { $platform }
label-followers-youtube = Suscriptores en { $platform }
label-followers-newsletter = Suscriptores a { $platform }
label-median = Mediana de { $metric }, { $formats }, { $posts }
label-median-alone = Mediana de { $metric }
label-mean = Promedio de { $metric }, { $formats }, { $posts }
label-mean-alone = Promedio de { $metric }
label-lower-quarter = { $metric }, extremo inferior de la mitad central
label-upper-quarter = { $metric }, extremo superior de la mitad central
label-engagement = { $engagement }, { $formats }
label-on = { $metric } en { $platform }
label-more = { $label }, { $more }
day-mean =
    { $count ->
        [one] un día
       *[other] media de { $number }{ "\u00A0" }días
    }
day-peak = mejor día
posts-count =
    { $count ->
        [one] { $number }{ "\u00A0" }publicación
       *[other] { $number }{ "\u00A0" }publicaciones
    }
spelled =
    { $count ->
        [1] una
        [2] dos
        [3] tres
        [4] cuatro
        [5] cinco
        [6] seis
        [7] siete
        [8] ocho
        [9] nueve
        [10] diez
        [11] once
        [12] doce
       *[other] { $number }
    }

## Dates and windows

as-of = Datos a { $date }
media-kit = Media kit
media-kit-dated = Media kit, { $month }
media-kit-of = { $name }: media kit
page-of = { $title }: { $name }
sections = Secciones
span = { $from } a { $to }
span-same-year = { $from } a { $to }
window-days-to =
    { $count ->
        [one] { $date }
       *[other] { $number }{ "\u00A0" }días hasta { $date }
    }
window-lifetime = Todo el período, hasta { $date }

## What may stand in place of a number

over = más de
over-value = más de{ "\u00A0" }{ $value }
not-reported = sin datos
unknown = desconocido
not-tracked = sin medir
on-request = a consultar
middle-half = Mitad central
finding-typical = En { $formats }, la mitad llega al menos a { $value } visualizaciones.
each-dot = Cada punto es una publicación. En gris, la mitad central: { $middle }.
most-of-all = máximo { $value }
middle-text = { $low } a { $high }

## The first screen

skip-to-numbers = Ir a las cifras
skip-to-text = Ir al texto
nav-label = Secciones
how-we-count = Cómo se cuenta
pdf = PDF
pdf-one-page = PDF de una página
based-in = Con base en
country = País
languages = Idiomas
about = Acerca de
pillars = De qué trata
pronouns = Pronombres
pronunciation = Se pronuncia { $pronunciation }

## Ways to write

write-to = Escribir a { $name }
way-email = Correo electrónico
way-phone = Teléfono
way-whatsapp = WhatsApp
way-dm = Mensaje directo
way-booking = Reservar una llamada
reply-within = Responde en { $time }
management = Representación
regions = Para consultas desde
guardian = Madre, padre o tutor legal
guardian-note = { $name } es menor de edad. Por favor, escriba a { $guardian }, que atiende todas las consultas.
minor-title = Trabajar con un menor
minor-note = { $guardian } autoriza cada proyecto y firma por { $name }. En muchos países la ley limita el tiempo de trabajo de los menores, exige un permiso o reserva para ellos una parte de los ingresos: conviene prever ese tiempo antes de fijar fechas. Los encargos, los mensajes y las aprobaciones pasan solo por { $guardian }; el colegio, el hogar y la vida diaria quedan en privado.
answer = Respuesta
to-keep = Para guardar
save-contact = Guardar este contacto

## The enquiry that a click on an address begins

enquiry-subject = Consulta para { $name }
enquiry-subject-from = Consulta de { $brand } para { $name }
enquiry-brand = Marca:
enquiry-product = Producto o servicio:
enquiry-goal = Objetivo:
enquiry-dates = Fechas:
enquiry-wanted = Canales y servicios deseados:
enquiry-budget = Presupuesto:
enquiry-usage = Derechos de uso:
enquiry-kit = Media kit: { $url }

## Accounts

also-on = También en
growth-between = entre { $from } y { $to }
growth-between-same-year = entre { $from } y { $to }
growth-monthly = { $growth } en 30{ "\u00A0" }días

## Best posts

usual = Lo habitual por { $format }: { $value } { $metric }
usual-value = habitual { $value }
times-usual = { $times } veces lo habitual
the-usual = lo habitual
read = Leer

## Who follows

audience-followers = Seguidores en { $platform }
audience-viewers = Espectadores en { $platform }
audience-views = Visualizaciones en { $platform }
audience-reach = Personas alcanzadas en { $platform }
interests = Les interesa
gender-female = Mujeres
    .inner = mujeres
gender-male = Hombres
    .inner = hombres
gender-other = Otro género o sin indicar
    .inner = otro género o sin indicar
gender-total = { $gender } { $share }
age-band-short = { $from }–{ $to }
age-open-short = { $from }+
age-band = { $from }{ "\u00A0" }a{ "\u00A0" }{ $to }
age-open = { $from } o{ "\u00A0" }más
rest = Los demás
rest-views = Todo lo demás
rest-countries = Los demás países
country-unknown = País desconocido
gave-no-gender = { $share } con otro género o sin indicar
gave-no-age-label = Edad sin indicar
other-ages = Otra edad o sin indicar
segment-follow = Seguidores y no seguidores
segment-follow-yes = Seguidores
segment-follow-no = Aún no siguen
segment-source = De dónde vienen las visualizaciones
segment-source-for_you = La página Para ti
segment-source-following = El feed Siguiendo
segment-source-search = Búsqueda
segment-source-profile = El perfil
segment-source-hashtag = Hashtags
segment-source-sound = Sonidos
segment-source-other = Otros lugares
segment-device = Dispositivos
segment-device-mobile = Teléfono
segment-device-desktop = Computadora
segment-device-tablet = Tableta
segment-device-tv = Televisión
segment-role = A qué se dedican
segment-language = Idiomas
segment-also = También siguen

## Titles of charts: what is measured, and in which unit

title-history = Seguidores en { $platform }, por mes
title-history-youtube = Suscriptores en { $platform }, por mes
title-history-newsletter = Suscriptores a { $platform }, por mes
title-age-gender = Edad y género, % de { $basis } en { $platform }
title-ages = Edades, % de { $basis } en { $platform }
title-genders = Género, % de { $basis } en { $platform }
title-countries = Países, % de { $basis } en { $platform }
title-cities = Ciudades, % de { $basis } en { $platform }
title-segment = { $set }, % de { $basis } en { $platform }

## Findings: written only when the data says so

share-one-in-ten = Una de cada diez personas
    .of = Una de cada diez
share-two-in-ten = Dos de cada diez personas
    .of = Dos de cada diez
share-one-in-four = Una de cada cuatro personas
    .of = Una de cada cuatro
share-three-in-ten = Tres de cada diez personas
    .of = Tres de cada diez
share-one-in-three = Una de cada tres personas
    .of = Una de cada tres
share-four-in-ten = Cuatro de cada diez personas
    .of = Cuatro de cada diez
share-half = La mitad
    .of = La mitad de las
share-six-in-ten = Seis de cada diez personas
    .of = Seis de cada diez
share-two-in-three = Dos de cada tres personas
    .of = Dos de cada tres
share-seven-in-ten = Siete de cada diez personas
    .of = Siete de cada diez
share-three-in-four = Tres de cada cuatro personas
    .of = Tres de cada cuatro
share-eight-in-ten = Ocho de cada diez personas
    .of = Ocho de cada diez
share-nine-in-ten = Nueve de cada diez personas
    .of = Nueve de cada diez
share-percent = El { $percent }
    .of = El { $percent } de las
finding-largest-group =
    { $gender ->
        [female]
            { $count ->
                [one] { $share } es una mujer *de { $band } años.*
               *[other] { $share } son mujeres *de { $band } años.*
            }
        [male]
            { $count ->
                [one] { $share } es un hombre *de { $band } años.*
               *[other] { $share } son hombres *de { $band } años.*
            }
       *[other]
            { $count ->
                [one] { $share } tiene *{ $band } años.*
               *[other] { $share } tienen *{ $band } años.*
            }
    }
finding-age =
    { $count ->
        [one] { $share } tiene { $band } años.
       *[other] { $share } tienen { $band } años.
    }
finding-gender =
    { $gender ->
        [female]
            { $count ->
                [one] { $share } es mujer.
               *[other] { $share } son mujeres.
            }
        [male]
            { $count ->
                [one] { $share } es hombre.
               *[other] { $share } son hombres.
            }
       *[other]
            { $count ->
                [one] { $share } indicó otro género o ninguno.
               *[other] { $share } indicaron otro género o ninguno.
            }
    }
finding-country =
    { $count ->
        [one] { $share } vive en { $country }.
       *[other] { $share } viven en { $country }.
    }
summary = { $parts }.
summary-group =
    { $gender ->
        [female] { $share } son mujeres de { $band } años
        [male] { $share } son hombres de { $band } años
       *[other] { $share } tienen { $band } años
    }
summary-age = { $share } tienen { $band } años
summary-gender =
    { $gender ->
        [female] { $share } son mujeres
        [male] { $share } son hombres
       *[other] { $share } indicaron otro género o ninguno
    }
summary-country = { $share } viven en { $country }
finding-two = { $first } *{ $second }*
finding-non-followers =
    { $count ->
        [one] { $share } visualizaciones viene de personas que aún no siguen la cuenta.
       *[other] { $share } visualizaciones vienen de personas que aún no siguen la cuenta.
    }
finding-non-followers-formats =
    { $count ->
        [one] { $share } visualizaciones ({ $format }) viene de personas que aún no siguen la cuenta.
       *[other] { $share } visualizaciones ({ $format }) vienen de personas que aún no siguen la cuenta.
    }
finding-growth-doubled = Se duplicó desde { $month }: { $platform }.
finding-growth-tripled = Se triplicó desde { $month }: { $platform }.
finding-growth-half = Creció un 50 % o más desde { $month }: { $platform }.
finding-growth = Crecimiento desde { $month }: { $platform }, { $growth }.
finding-fastest = Lo que más crece: { $platform }, { $growth } desde { $month }.

## Past campaigns

also-with = También *con*
came-back = repitió
came-back-note = Los nombres destacados repitieron.
relationship-paid = Colaboración pagada
relationship-gifted = Producto regalado
relationship-affiliate = Afiliación
relationship-own = Marca propia
anonymous-brand = Marca de { $sector }, { $year }
anonymous-brand-sector = Marca de { $sector }
anonymous-brand-year = Una marca, { $year }
anonymous-brand-alone = Una marca
goal = Objetivo
made = Qué se hizo
result = Resultado
results = Resultados
target = Meta
target-value = meta { $value }
measured-after =
    { $count ->
        [one] a un día
       *[other] a los { $number }{ "\u00A0" }días
    }
disclosure = Cómo se identificó
quote-by = { $person }, { $role }
quote-by-of = { $person }, { $role }, { $company }
whole-story = La historia completa
back-to-kit = Volver al media kit

## Milestones

next = Próximamente
earlier = Antes

## Services and prices

from = desde
to = a
of = de { $what }
at-least = mínimo { $minimum }
per-post = por publicación
per-hour = por hora
per-day = por día
per-week = por semana
per-month = al mes
per-year = al año
per-event = por evento
per-episode = por episodio
per-issue = por edición
add-ons = Y *además*
    .pop = Y para *acompañar*
prices-in = Precios en { $currency }
valid-until = Válido hasta { $date }
    .inner = válido hasta { $date }
prices-in-valid-until = Precios en { $currency }, válidos hasta { $date }
turnaround-days =
    { $count ->
        [1] Un día
        [7] Una semana
        [14] Dos semanas
        [21] Tres semanas
        [28] Cuatro semanas
        [35] Cinco semanas
        [42] Seis semanas
        [49] Siete semanas
        [56] Ocho semanas
       *[other] { $number }{ "\u00A0" }días
    }
example = Ver ejemplo
rates-on-request = Tarifas a consultar.
rates-on-request-reply = Tarifas a consultar, con respuesta en { $time }.

## Steps and terms

week = Semana
terms-usage = Derechos de uso
terms-exclusivity = Exclusividad
terms-payment = Pago
terms-revisions = Revisiones
terms-revisions-count =
    { $count ->
        [0] ninguna
        [one] una ronda
       *[other] { $rounds } rondas
    }
terms-disclosure = Identificación publicitaria
terms-good-for = Encaja con
terms-not-for = No encaja con

## Press

comma = ,
full-stop = .
quoted = «{ $text }»
testimonials = Lo que dicen los colaboradores

## Tables: captions and heads of columns

caption-platforms = Cuentas y sus cifras
caption-history = Seguidores por mes
caption-rates = Servicios y precios
caption-audience = Sus cifras
caption-numbers = Cada cifra y cómo se contó
column-platform = Plataforma
column-account = Cuenta
column-followers = Seguidores
column-growth = Crecimiento
column-history = Por mes
column-median-views = Mediana de visualizaciones
column-views = Visualizaciones
column-engagement = Interacción
column-counts = Qué cuenta
column-value = Valor
column-window = Período
column-posts = Publicaciones
column-date = Fecha
column-source = Fuente
column-age = Edad

## How one number was made: the sentence beside it

made-typed = Anotado a mano, tal como lo mostraba la plataforma.
made-export = Tomado de la exportación de la propia plataforma.
made-typed-average = Promedio tal como se anotó, sobre { $posts }.
made-typed-median = Mediana tal como se anotó, sobre { $posts }.
made-typed-rate = Tasa tal como se anotó; { $base }.
made-typed-rate-posts = Tasa tal como se anotó, sobre { $posts }; { $base }.
made-floor = Anotado como «más de»; la cifra real es mayor.
made-sum = Suma de los recuentos más recientes en { $platforms } plataformas; una misma persona puede seguir en varios lugares.
days-counted = { $days } de { $all }{ "\u00A0" }días
made-flow-sum = Suma del período: { $window }.
made-day-mean = Media de los días del período: { $window }; la misma persona puede estar en varios, por eso los días nunca se suman.
made-day-peak = El mejor día del período: { $window }.
made-median = Mediana de { $posts }, del período { $window }.
made-median-latest = Mediana de lo más reciente ({ $posts }), del período { $window }.
made-lower-quarter = Una cuarta parte de { $posts } queda en este valor o por debajo; período { $window }.
made-upper-quarter = Una cuarta parte de { $posts } alcanza o supera este valor; período { $window }.
made-engagement-reach = Me gusta, comentarios, veces compartido y guardados divididos entre el alcance, publicación por publicación; después, la mediana de { $posts }, del período { $window }.
made-engagement-views = Me gusta, comentarios, veces compartido y guardados divididos entre las visualizaciones, publicación por publicación; después, la mediana de { $posts }, del período { $window }.
made-engagement-followers = Me gusta, comentarios, veces compartido y guardados divididos entre los seguidores al publicar, publicación por publicación; después, la mediana de { $posts }, del período { $window }.
made-growth = Cambio del primer recuento al último, { $between }.
made-post = Recuento de una publicación, tal como lo mostraba la plataforma.
source-hand = a mano

## Method: one sentence for each way that occurs

method-no-numbers = Este media kit todavía no da cifras. Cuando las dé, cada una llevará su fecha, qué cuenta y de dónde viene.
method-dates = Cada cifra lleva su propia fecha. La fecha de la primera pantalla es la más antigua de las cifras que aparecen allí.
method-sources = Las cifras son rastreables, con fecha y con fuente: vienen de las exportaciones de las propias plataformas o se anotaron a mano a partir de lo que estas muestran.
method-typed = Las cifras marcadas como «{ $source }» se anotaron a mano.
method-sum = Los seguidores de varias plataformas se suman como seguidores, no como personas: una misma persona puede seguir en varios lugares. El alcance y los espectadores nunca se suman.
method-window =
    { $count ->
        [one] Un período es un día y termina el día de la publicación más reciente de la cuenta, nunca hoy.
       *[other] Un período son { $number }{ "\u00A0" }días y termina el día de la publicación más reciente de la cuenta, nunca hoy.
    }
method-median = La mediana es el valor central: la mitad de las publicaciones obtuvo al menos eso. Se toma sobre publicaciones de un formato en una plataforma, y al lado figura cuántas son.
method-middle = La mitad central va del percentil 25 al 75 de las mismas publicaciones, contados como lo hace QUARTILE.INC en una hoja de cálculo.
method-latest = Si en un período hay menos de diez publicaciones, cuentan en su lugar las últimas: las que haya, hasta treinta.
method-few = Con menos de cinco publicaciones no se da ninguna tasa.
method-engagement-reach = La interacción por alcance son los me gusta, comentarios, veces compartido y guardados de una publicación divididos entre las distintas personas a las que llegó; después, la mediana de las publicaciones.
method-engagement-views = La interacción por visualizaciones son los me gusta, comentarios, veces compartido y guardados de una publicación divididos entre sus visualizaciones; después, la mediana de las publicaciones.
method-engagement-followers = La interacción por seguidores son los me gusta, comentarios, veces compartido y guardados de una publicación divididos entre los seguidores del día en que se publicó; después, la mediana de las publicaciones.
method-engagement-apart = Las tasas con bases distintas, o de plataformas distintas, nunca se promedian: la interacción no tiene un estándar común.
method-engagement-typed = Algunas tasas se anotaron tal como las tenía la plataforma o quien firma este kit: { $accounts }. Cómo cuentan la interacción no se sabe aquí, más allá de la base que figura al lado.
method-engagement-unknown = «Base sin indicar» significa que se tiene la tasa, pero no entre qué se divide.
method-followers-at-publishing = Los seguidores al publicar son el recuento anterior más cercano, como mucho 31{ "\u00A0" }días más antiguo que la publicación; sin él, la publicación no tiene tasa por seguidores.
method-young = Las publicaciones con menos de siete días al final de un período quedan fuera, porque todavía se están viendo.
method-paid = Las publicaciones promocionadas, los sorteos y las publicaciones patrocinadas quedan fuera de estas cifras y se cuentan aparte.
method-growth = El crecimiento compara dos recuentos y nombra ambas fechas; por 30{ "\u00A0" }días, es compuesto.
method-shares = Los porcentajes de una audiencia son porcentajes de { $basis }, tal como los dan las plataformas. Lo que falta hasta cien se muestra como una parte propia.
method-margins = Las edades y los géneros que se conocen por separado nunca se multiplican entre sí.
method-floor = «Más de» significa que la cifra real es mayor. Esas cifras no entran en ninguna suma ni en ninguna tasa.
method-rounding = Las formas cortas se recortan, nunca se redondean hacia arriba: 99.999 son 99,9 mil. Una pérdida nunca se hace parecer menor.
method-unknown = Lo que no se informó es desconocido y nunca se dibuja como cero.
method-results = Los resultados de una campaña se miden con lo habitual de la propia cuenta, donde se conoce.

## Posts that were left out, account by account

left-out-boosted =
    { $count ->
        [one] Una publicación promocionada quedó fuera.
       *[other] { $number }{ "\u00A0" }publicaciones promocionadas quedaron fuera.
    }
left-out-giveaway =
    { $count ->
        [one] Un sorteo quedó fuera.
       *[other] { $number }{ "\u00A0" }sorteos quedaron fuera.
    }
left-out-sponsored =
    { $count ->
        [one] Una publicación patrocinada quedó fuera.
       *[other] { $number }{ "\u00A0" }publicaciones patrocinadas quedaron fuera.
    }
left-out-young =
    { $count ->
        [one] Una publicación con menos de siete días quedó fuera.
       *[other] { $number }{ "\u00A0" }publicaciones con menos de siete días quedaron fuera.
    }
left-out-no-followers =
    { $count ->
        [one] Una publicación no tiene un recuento de seguidores cercano a su día y no está en la tasa por seguidores.
       *[other] { $number }{ "\u00A0" }publicaciones no tienen un recuento de seguidores cercano a su día y no están en la tasa por seguidores.
    }
left-out-no-base =
    { $count ->
        [one] Una publicación no indica este dato: { $base }; no está en esa tasa.
       *[other] { $number }{ "\u00A0" }publicaciones no indican este dato: { $base }; no están en esa tasa.
    }
note-latest = { $formats }: menos de diez publicaciones en el período { $window }, por eso cuenta lo más reciente ({ $posts }).
note-of = { $account }: { $note }

## Small print

photo-credits = Fotografías
photo-credit = { $credit }, { $licence }
numbers-as-data = Las cifras como datos
kit-as-text = Este kit como texto sin formato
kit-as-row = Las cifras principales en una fila de tabla
edition = Edición { $id }
download = Descargar
versions = En otros idiomas
facts = Datos
links = Enlaces

## What is said to the brand for which alone a kit was made

edition-for = Preparado para { $brand }
edition-for-on = Preparado para { $brand } el { $date }
edition-until = Lo que aquí se indica es válido hasta el { $date }.
edition-over = Lo que aquí se indica era válido hasta el { $date }. Pide una versión nueva.
edition-only = Solo para { $brand }. Por favor, no lo compartas.

## The page that is not there

not-found-title = Página no encontrada
not-found-heading = Esta página *no está aquí*
not-found-text = Puede que la dirección sea antigua o esté mal escrita.
not-found-link = Ir al media kit

## The page that a passphrase opens

sealed-intro = Un media kit confidencial, preparado a medida.
sealed-how = Para abrirlo, basta con escribir la clave que llegó con el enlace.
sealed-passphrase = Clave
sealed-hint = Las mayúsculas, los espacios y los guiones no importan.
sealed-show = Mostrar
sealed-hide = Ocultar
sealed-open = Abrir
sealed-opening = Abriendo. Puede tardar unos segundos.
sealed-failed = No se ha podido abrir. Conviene revisar la clave o volver a pedir a { $name } el enlace y la clave.
sealed-insecure = Los navegadores solo abren esta página en una dirección que empiece por https. Conviene revisar la dirección o pedir el enlace a { $name }.
sealed-script = Para abrirlo hace falta un navegador actual con JavaScript activado.
sealed-here = Se abre en este dispositivo. Nada de lo que se escribe aquí se envía.

people = Personas
part-of-accounts = { $value }, { $accounts } cuentas
parts-rest =
    { $count ->
        [2] Otras dos
        [3] Otras tres
        [4] Otras cuatro
        [5] Otras cinco
        [6] Otras seis
        [7] Otras siete
        [8] Otras ocho
        [9] Otras nueve
       *[other] Otras { $number }
    }

column-service = Servicio
column-includes = Incluye
column-time = Plazo
column-unit = Unidad
column-price = Precio
logarithmic = escala logarítmica
