# The words of pages in Brazilian Portuguese: plain and warm, as media kits are written there.
# What holds for all languages is said at the head of `en.ftl`.

## Sections: the plain heading, used when no finding and no words of the kit take its place

section-platforms = Onde *me acompanham*
    .pop =
        { $count ->
            [one] Um lugar *para me achar*
           *[other] { $places } lugares *para me achar*
        }
section-posts = Os *mais vistos*
    .pop = Os mais *tocados*
section-audience = O *público*
    .pop = Quem *está aí*
section-story = A *história*
section-milestones = Até *aqui*
    .pop = Até aqui, *tudo bem*
section-gallery = Em *imagens*
section-work = Trabalhos *selecionados*
    .pop = Coisas boas *que fizemos*
    .studio = Campanhas e *resultados*
section-rates = O *cardápio*
    .pop = Escolha *seu ingresso*
    .studio = Serviços e *preços*
section-process = Como *funciona*
    .pop = Como *a gente joga*
    .studio = Do contato *ao relatório*
section-press = Na *imprensa*
    .pop =
        { $count ->
            [0] Eles *escreveram*
           *[other] Eles *disseram*
        }
section-contact = Vamos *conversar?*
    .pop = Vem *junto?*
section-method = Método e *fontes*
    .pop = As letras *miúdas*

## Sections in a list of links

nav-platforms = Plataformas
nav-posts = Melhores publicações
nav-audience = Público
nav-story = História
nav-milestones = Marcos
nav-gallery = Fotos
nav-work = Trabalhos
nav-rates = Valores
nav-process = Processo
nav-press = Imprensa
nav-contact = Contato
nav-method = Método

## Headings that take the place of a plain one

section-one-platform = No *{ $platform }*
    .pop = Estou *no { $platform }*
section-one-case = Um trabalho, *contado por inteiro*
    .pop = Uma coisa boa *que fizemos*
    .studio = Uma campanha *e seus resultados*
section-worked-with = Parcerias *anteriores*
    .pop = Em boa *companhia*
section-services = O que eu *ofereço*
section-services-several = O que *oferecemos*
section-testimonials = Nas *palavras deles*
    .pop = Eles *disseram*
section-terms = As *condições*
    .pop = As regras *do jogo*

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
    .inner = newsletter
platform-spotify = Spotify
platform-apple_podcasts = Apple Podcasts
platform-podcast = Podcast
    .inner = podcast
platform-website = Site
    .inner = site
platform-kwai = Kwai
platform-soundcloud = SoundCloud
platform-beatport = Beatport
platform-vimeo = Vimeo

## Formats of posts: one

format-reel = Reel
format-story = Story
format-post = Publicação
    .inner = publicação
format-carousel = Carrossel
    .inner = carrossel
format-short = Short
format-video = Vídeo
    .inner = vídeo
format-live = Live
    .inner = live
format-episode = Episódio
    .inner = episódio
format-issue = Edição
    .inner = edição

## Formats of posts: as many as `$count`

formats-reel =
    { $count ->
        [one] Reel
       *[other] Reels
    }
formats-story =
    { $count ->
        [one] Story
       *[other] Stories
    }
formats-post =
    { $count ->
        [one] Publicação
       *[other] Publicações
    }
    .inner =
    { $count ->
        [one] publicação
       *[other] publicações
    }
formats-carousel =
    { $count ->
        [one] Carrossel
       *[other] Carrosséis
    }
    .inner =
    { $count ->
        [one] carrossel
       *[other] carrosséis
    }
formats-short =
    { $count ->
        [one] Short
       *[other] Shorts
    }
formats-video =
    { $count ->
        [one] Vídeo
       *[other] Vídeos
    }
    .inner =
    { $count ->
        [one] vídeo
       *[other] vídeos
    }
formats-live =
    { $count ->
        [one] Live
       *[other] Lives
    }
    .inner =
    { $count ->
        [one] live
       *[other] lives
    }
formats-episode =
    { $count ->
        [one] Episódio
       *[other] Episódios
    }
    .inner =
    { $count ->
        [one] episódio
       *[other] episódios
    }
formats-issue =
    { $count ->
        [one] Edição
       *[other] Edições
    }
    .inner =
    { $count ->
        [one] edição
       *[other] edições
    }
platform-formats = { $formats }, { $platform }
counted = { $number }{ "\u00A0" }{ $formats }

## Metrics, as labels

metric-followers = Seguidores
    .inner = seguidores
metric-followers-youtube = Inscritos
    .inner = inscritos
metric-followers-newsletter = Assinantes
    .inner = assinantes
metric-followers-substack = Assinantes
    .inner = assinantes
metric-followers-beehiiv = Assinantes
    .inner = assinantes
metric-followers-kit = Assinantes
    .inner = assinantes
metric-followers-telegram = Inscritos
    .inner = inscritos
metric-followers-discord = Membros
    .inner = membros
metric-followers-reddit = Membros
    .inner = membros
metric-followers-patreon = Membros
    .inner = membros
metric-followers_gained = Seguidores ganhos
    .inner = seguidores ganhos
metric-followers_gained-youtube = Inscritos ganhos
    .inner = inscritos ganhos
metric-followers_gained-newsletter = Assinantes ganhos
    .inner = assinantes ganhos
metric-followers_lost = Seguidores perdidos
    .inner = seguidores perdidos
metric-followers_lost-youtube = Inscritos perdidos
    .inner = inscritos perdidos
metric-followers_lost-newsletter = Assinantes perdidos
    .inner = assinantes perdidos
metric-followers_net = Saldo de novos seguidores
    .inner = saldo de novos seguidores
metric-followers_net-youtube = Saldo de novos inscritos
    .inner = saldo de novos inscritos
metric-followers_net-newsletter = Saldo de novos assinantes
    .inner = saldo de novos assinantes
metric-paid_subscribers = Assinantes pagantes
    .inner = assinantes pagantes
metric-posts_total = Publicações no total
    .inner = publicações no total
metric-posts_published = Publicações do período
    .inner = publicações do período
metric-views = Visualizações
    .inner = visualizações
metric-engaged_views = Visualizações com interesse
    .inner = visualizações com interesse
metric-video_views = Visualizações de vídeo
    .inner = visualizações de vídeo
metric-impressions = Impressões
    .inner = impressões
metric-reach = Alcance
    .inner = alcance
metric-viewers = Espectadores
    .inner = espectadores
metric-viewers_new = Espectadores novos
    .inner = espectadores novos
metric-viewers_returning = Espectadores recorrentes
    .inner = espectadores recorrentes
metric-users = Visitantes
    .inner = visitantes
metric-sessions = Visitas
    .inner = visitas
metric-profile_visits = Visitas ao perfil
    .inner = visitas ao perfil
metric-link_clicks = Cliques em links
    .inner = cliques em links
metric-interactions = Interações
    .inner = interações
metric-likes = Curtidas
    .inner = curtidas
metric-comments = Comentários
    .inner = comentários
metric-shares = Compartilhamentos
    .inner = compartilhamentos
metric-saves = Salvamentos
    .inner = salvamentos
metric-reposts = Republicações
    .inner = republicações
metric-accounts_engaged = Contas que interagiram
    .inner = contas que interagiram
metric-watch_hours = Horas de exibição
    .inner = horas de exibição
metric-avg_view_duration = Duração média da visualização
    .inner = duração média da visualização
metric-avg_view_percentage = Porcentagem média vista
    .inner = porcentagem média vista
metric-ctr = Taxa de cliques
    .inner = taxa de cliques
metric-engagement_rate = Engajamento
    .inner = engajamento
metric-open_rate = Taxa de abertura
    .inner = taxa de abertura
metric-click_rate = Taxa de cliques
    .inner = taxa de cliques
metric-live_views = Visualizações ao vivo
    .inner = visualizações ao vivo
metric-avg_viewers = Média de espectadores
    .inner = média de espectadores
metric-peak_viewers = Pico de espectadores
    .inner = pico de espectadores
metric-stream_minutes = Minutos transmitidos
    .inner = minutos transmitidos
metric-downloads = Downloads
    .inner = downloads
metric-listeners = Ouvintes
    .inner = ouvintes
metric-streams = Reproduções
    .inner = reproduções
metric-duration = Duração
    .inner = duração
metric-followers_share = Parcela dos seguidores
    .inner = parcela dos seguidores
metric-followers_share-youtube = Parcela dos inscritos
    .inner = parcela dos inscritos
metric-followers_share-newsletter = Parcela dos assinantes
    .inner = parcela dos assinantes
metric-viewers_share = Parcela dos espectadores
    .inner = parcela dos espectadores
metric-views_share = Parcela das visualizações
    .inner = parcela das visualizações
metric-reach_share = Parcela das pessoas alcançadas
    .inner = parcela das pessoas alcançadas
metric-rank = Posição, { $name }

## Engagement and its base

engagement-by-reach = Engajamento por alcance
    .inner = engajamento por alcance
engagement-by-followers = Engajamento por seguidores
    .inner = engajamento por seguidores
engagement-by-views = Engajamento por visualizações
    .inner = engajamento por visualizações
engagement-base-unknown = Engajamento, base não informada
    .inner = engajamento, base não informada
base-reach = por alcance
base-followers = por seguidores
base-views = por visualizações
base-unknown = base não informada
base-not-stated = { base-unknown }
basis-followers = seguidores
basis-viewers = espectadores
basis-views = visualizações
basis-reach = pessoas alcançadas
basis-of-format = { $basis } de { $format }

## Labels of figures: `$metric` and `$formats` are forms inside a sentence

label-followers-total = Seguidores em { $platforms } plataformas
label-followers = Seguidores no { $platform }
label-followers-youtube = Inscritos no { $platform }
label-followers-newsletter = Assinantes da { $platform }
label-median = Mediana de { $metric }, { $formats }, { $posts }
label-median-alone = Mediana de { $metric }
label-mean = Média de { $metric }, { $formats }, { $posts }
label-mean-alone = Média de { $metric }
label-lower-quarter = { $metric }, extremo inferior da metade central
label-upper-quarter = { $metric }, extremo superior da metade central
label-engagement = { $engagement }, { $formats }
label-on = { $metric }, { $platform }
label-more = { $label }, { $more }
day-mean =
    { $count ->
        [one] um dia
       *[other] média de { $number }{ "\u00A0" }dias
    }
day-peak = melhor dia
posts-count =
    { $count ->
        [one] { $number }{ "\u00A0" }publicação
       *[other] { $number }{ "\u00A0" }publicações
    }
spelled =
    { $count ->
        [1] uma
        [2] duas
        [3] três
        [4] quatro
        [5] cinco
        [6] seis
        [7] sete
        [8] oito
        [9] nove
        [10] dez
        [11] onze
        [12] doze
       *[other] { $number }
    }

## Dates and windows

as-of = Dados de { $date }
media-kit = Mídia kit
media-kit-dated = Mídia kit, { $month }
media-kit-of = { $name }: mídia kit
page-of = { $title }: { $name }
sections = Seções
span = { $from } a { $to }
span-same-year = { $from } a { $to }
window-days-to =
    { $count ->
        [one] { $date }
       *[other] { $number }{ "\u00A0" }dias até { $date }
    }
window-lifetime = Todo o período, até { $date }

## What may stand in place of a number

over = mais de
over-value = mais de{ "\u00A0" }{ $value }
not-reported = não informado
unknown = desconhecido
not-tracked = não medido
on-request = sob consulta
middle-half = Metade central
finding-typical = Em { $formats }, metade tem pelo menos { $value } visualizações.
each-dot = Cada ponto é uma publicação. Em cinza, a metade central: { $middle }.
most-of-all = máximo { $value }
middle-text = { $low } a { $high }

## The first screen

skip-to-numbers = Ir para os números
skip-to-text = Ir para o texto
nav-label = Seções
how-we-count = Como contamos
pdf = PDF
pdf-one-page = PDF de uma página
based-in = Onde fica
country = País
languages = Idiomas
about = Sobre
pillars = Do que se trata
pronouns = Pronomes
pronunciation = Pronuncia-se { $pronunciation }

## Ways to write

write-to = Escrever para { $name }
way-email = E-mail
way-phone = Telefone
way-whatsapp = WhatsApp
way-dm = Mensagem direta
way-booking = Agendar uma conversa
reply-within = Responde em { $time }
management = Agenciamento
regions = Para contatos de
guardian = Mãe, pai ou responsável legal
guardian-note = { $name } é menor de idade. Por favor, escreva para { $guardian }, que cuida de todos os contatos.
minor-title = Trabalhar com menores de idade
minor-note = { $guardian } autoriza cada projeto e assina por { $name }. Em muitos países a lei limita o tempo de trabalho de menores de idade, exige autorização ou reserva para eles parte dos ganhos: por favor, reserve tempo para isso antes de definir datas. Briefings, mensagens e aprovações passam somente por { $guardian }; escola, casa e rotina ficam em privado.
answer = Resposta
to-keep = Para guardar
save-contact = Salvar este contato

## The enquiry that a click on an address begins

enquiry-subject = Proposta para { $name }
enquiry-subject-from = Proposta de { $brand } para { $name }
enquiry-brand = Marca:
enquiry-product = Produto ou serviço:
enquiry-goal = Objetivo:
enquiry-dates = Datas:
enquiry-wanted = Canais e serviços desejados:
enquiry-budget = Orçamento:
enquiry-usage = Direitos de uso:
enquiry-kit = Mídia kit: { $url }

## Accounts

also-on = Também em
growth-between = entre { $from } e { $to }
growth-between-same-year = entre { $from } e { $to }
growth-monthly = { $growth } em 30{ "\u00A0" }dias

## Best posts

usual = O normal por { $format }: { $value } { $metric }
usual-value = normal { $value }
times-usual = { $times } vezes o normal
the-usual = o normal
read = Ler

## Who follows

audience-followers = Seguidores, { $platform }
audience-viewers = Espectadores, { $platform }
audience-views = Visualizações, { $platform }
audience-reach = Pessoas alcançadas, { $platform }
interests = Interesses
gender-female = Mulheres
    .inner = mulheres
gender-male = Homens
    .inner = homens
gender-other = Outro gênero ou não informado
    .inner = outro gênero ou não informado
gender-total = { $gender } { $share }
age-band-short = { $from }–{ $to }
age-open-short = { $from }+
age-band = { $from }{ "\u00A0" }a{ "\u00A0" }{ $to }{ "\u00A0" }anos
age-open = { $from }{ "\u00A0" }anos ou{ "\u00A0" }mais
rest = Todos os outros
rest-views = Todo o resto
rest-countries = Todos os outros países
country-unknown = País desconhecido
gave-no-gender = { $share } de outro gênero ou não informado
gave-no-age-label = Idade não informada
other-ages = Outra idade ou não informada
segment-follow = Seguidores e não seguidores
segment-follow-yes = Seguidores
segment-follow-no = Ainda não seguem
segment-source = De onde vêm as visualizações
segment-source-for_you = A página Para você
segment-source-following = O feed Seguindo
segment-source-search = Pesquisa
segment-source-profile = O perfil
segment-source-hashtag = Hashtags
segment-source-sound = Sons
segment-source-other = Outros lugares
segment-device = Aparelhos
segment-device-mobile = Celular
segment-device-desktop = Computador
segment-device-tablet = Tablet
segment-device-tv = TV
segment-role = O que fazem
segment-language = Idiomas
segment-also = Também seguem

## Titles of charts: what is measured, and in which unit

title-history = Seguidores, { $platform }, por mês
title-history-youtube = Inscritos, { $platform }, por mês
title-history-newsletter = Assinantes, { $platform }, por mês
title-age-gender = Idade e gênero, % de { $basis }, { $platform }
title-ages = Idades, % de { $basis }, { $platform }
title-genders = Gênero, % de { $basis }, { $platform }
title-countries = Países, % de { $basis }, { $platform }
title-cities = Cidades, % de { $basis }, { $platform }
title-segment = { $set }, % de { $basis }, { $platform }

## Findings: written only when the data says so

share-one-in-ten = Uma em cada dez pessoas
    .of = Uma em cada dez
share-two-in-ten = Duas em cada dez pessoas
    .of = Duas em cada dez
share-one-in-four = Uma em cada quatro pessoas
    .of = Uma em cada quatro
share-three-in-ten = Três em cada dez pessoas
    .of = Três em cada dez
share-one-in-three = Uma em cada três pessoas
    .of = Uma em cada três
share-four-in-ten = Quatro em cada dez pessoas
    .of = Quatro em cada dez
share-half = Metade das pessoas
    .of = Metade das
share-six-in-ten = Seis em cada dez pessoas
    .of = Seis em cada dez
share-two-in-three = Duas em cada três pessoas
    .of = Duas em cada três
share-seven-in-ten = Sete em cada dez pessoas
    .of = Sete em cada dez
share-three-in-four = Três em cada quatro pessoas
    .of = Três em cada quatro
share-eight-in-ten = Oito em cada dez pessoas
    .of = Oito em cada dez
share-nine-in-ten = Nove em cada dez pessoas
    .of = Nove em cada dez
share-percent = { $percent }
    .of = { $percent } das
finding-largest-group =
    { $gender ->
        [female]
            { $count ->
                [one] { $share } é uma mulher *de { $band }.*
               *[other] { $share } são mulheres *de { $band }.*
            }
        [male]
            { $count ->
                [one] { $share } é um homem *de { $band }.*
               *[other] { $share } são homens *de { $band }.*
            }
       *[other]
            { $count ->
                [one] { $share } tem *{ $band }.*
               *[other] { $share } têm *{ $band }.*
            }
    }
finding-age =
    { $count ->
        [one] { $share } tem { $band }.
       *[other] { $share } têm { $band }.
    }
finding-gender =
    { $gender ->
        [female]
            { $count ->
                [one] { $share } é mulher.
               *[other] { $share } são mulheres.
            }
        [male]
            { $count ->
                [one] { $share } é homem.
               *[other] { $share } são homens.
            }
       *[other]
            { $count ->
                [one] { $share } informou outro gênero ou nenhum.
               *[other] { $share } informaram outro gênero ou nenhum.
            }
    }
finding-country =
    { $count ->
        [one] { $share } mora neste país: { $country }.
       *[other] { $share } moram neste país: { $country }.
    }
summary = { $parts }.
summary-group =
    { $gender ->
        [female] { $share } são mulheres de { $band }
        [male] { $share } são homens de { $band }
       *[other] { $share } têm { $band }
    }
summary-age = { $share } têm { $band }
summary-gender =
    { $gender ->
        [female] { $share } são mulheres
        [male] { $share } são homens
       *[other] { $share } informaram outro gênero ou nenhum
    }
summary-country = { $share } moram neste país: { $country }
finding-two = { $first } *{ $second }*
finding-non-followers =
    { $count ->
        [one] { $share } visualizações vem de pessoas que ainda não seguem.
       *[other] { $share } visualizações vêm de pessoas que ainda não seguem.
    }
finding-non-followers-formats =
    { $count ->
        [one] { $share } visualizações ({ $format }) vem de pessoas que ainda não seguem.
       *[other] { $share } visualizações ({ $format }) vêm de pessoas que ainda não seguem.
    }
finding-growth-doubled = Dobrou desde { $month }: { $platform }.
finding-growth-tripled = Triplicou desde { $month }: { $platform }.
finding-growth-half = Cresceu 50% ou mais desde { $month }: { $platform }.
finding-growth = Crescimento desde { $month }: { $platform }, { $growth }.
finding-fastest = O que mais cresce: { $platform }, { $growth } desde { $month }.

## Past campaigns

also-with = Também *com*
came-back = voltou
came-back-note = Os nomes em destaque voltaram.
relationship-paid = Parceria paga
relationship-gifted = Produto recebido
relationship-affiliate = Afiliado
relationship-own = Marca própria
anonymous-brand = Marca de { $sector }, { $year }
anonymous-brand-sector = Marca de { $sector }
anonymous-brand-year = Uma marca, { $year }
anonymous-brand-alone = Uma marca
goal = Briefing
made = Entregas
result = Resultado
results = Resultados
target = Meta
target-value = meta { $value }
measured-after =
    { $count ->
        [one] após um dia
       *[other] após { $number }{ "\u00A0" }dias
    }
disclosure = Como foi sinalizado
quote-by = { $person }, { $role }
quote-by-of = { $person }, { $role }, { $company }
whole-story = A história completa
back-to-kit = Voltar ao mídia kit

## Milestones

next = Em breve
earlier = Antes

## Services and prices

from = a partir de
to = a
of = de { $what }
at-least = no mínimo { $minimum }
per-post = por publicação
per-hour = por hora
per-day = por dia
per-week = por semana
per-month = por mês
per-year = por ano
per-event = por evento
per-episode = por episódio
per-issue = por edição
add-ons = E *também*
    .pop = E de *quebra*
prices-in = Preços em { $currency }
valid-until = Válido até { $date }
    .inner = válido até { $date }
prices-in-valid-until = Preços em { $currency }, válidos até { $date }
turnaround-days =
    { $count ->
        [1] Um dia
        [7] Uma semana
        [14] Duas semanas
        [21] Três semanas
        [28] Quatro semanas
        [35] Cinco semanas
        [42] Seis semanas
        [49] Sete semanas
        [56] Oito semanas
       *[other] { $number }{ "\u00A0" }dias
    }
example = Ver exemplo
rates-on-request = Valores sob consulta.
rates-on-request-reply = Valores sob consulta, com resposta em { $time }.

## Steps and terms

week = Semana
terms-usage = Direitos de uso
terms-exclusivity = Exclusividade
terms-payment = Pagamento
terms-revisions = Ajustes
terms-revisions-count =
    { $count ->
        [0] nenhum
        [one] uma rodada
       *[other] { $rounds } rodadas
    }
terms-disclosure = Sinalização publicitária
terms-good-for = Combina com
terms-not-for = Não combina com

## Press

comma = ,
full-stop = .
quoted = “{ $text }”
testimonials = O que dizem os parceiros

## Tables: captions and heads of columns

caption-platforms = Contas e seus números
caption-history = Seguidores por mês
caption-rates = Serviços e preços
caption-audience = Seus números
caption-numbers = Cada número e como foi contado
column-platform = Plataforma
column-account = Conta
column-followers = Seguidores
column-growth = Crescimento
column-history = Por mês
column-median-views = Mediana de visualizações
column-views = Visualizações
column-engagement = Engajamento
column-counts = O que conta
column-value = Valor
column-window = Período
column-posts = Publicações
column-date = Data
column-source = Fonte
column-age = Idade

## How one number was made: the sentence beside it

made-typed = Anotado à mão, como a plataforma mostrava.
made-export = Tirado da exportação da própria plataforma.
made-typed-average = Média como foi anotada, sobre { $posts }.
made-typed-median = Mediana como foi anotada, sobre { $posts }.
made-typed-rate = Taxa como foi anotada; { $base }.
made-typed-rate-posts = Taxa como foi anotada, sobre { $posts }; { $base }.
made-floor = Anotado como “mais de”; o número verdadeiro é maior.
made-sum = Soma das contagens mais recentes em { $platforms } plataformas; a mesma pessoa pode seguir em vários lugares.
days-counted = { $days } de { $all }{ "\u00A0" }dias
made-flow-sum = Soma do período: { $window }.
made-day-mean = Média dos dias do período: { $window }; a mesma pessoa pode estar em vários, por isso os dias nunca são somados.
made-day-peak = O melhor dia do período: { $window }.
made-median = Mediana de { $posts }, do período { $window }.
made-median-latest = Mediana do mais recente ({ $posts }), do período { $window }.
made-lower-quarter = Um quarto de { $posts } fica neste valor ou abaixo; período { $window }.
made-upper-quarter = Um quarto de { $posts } alcança ou supera este valor; período { $window }.
made-engagement-reach = Curtidas, comentários, compartilhamentos e salvamentos divididos pelo alcance, publicação por publicação; depois, a mediana de { $posts }, do período { $window }.
made-engagement-views = Curtidas, comentários, compartilhamentos e salvamentos divididos pelas visualizações, publicação por publicação; depois, a mediana de { $posts }, do período { $window }.
made-engagement-followers = Curtidas, comentários, compartilhamentos e salvamentos divididos pelos seguidores no momento da publicação, publicação por publicação; depois, a mediana de { $posts }, do período { $window }.
made-growth = Mudança da primeira contagem até a última, { $between }.
made-post = Contagem de uma publicação, como a plataforma mostrava.
source-hand = à mão

## Method: one sentence for each way that occurs

method-no-numbers = Este kit ainda não traz números. Quando trouxer, cada um terá sua data, o que conta e de onde veio.
method-dates = Cada número traz sua própria data. A data da primeira tela é a mais antiga entre os números que estão ali.
method-sources = Os números são rastreáveis, datados e com fonte: vêm das exportações das próprias plataformas ou foram anotados à mão a partir do que elas mostram.
method-typed = Números marcados como “{ $source }” foram anotados à mão.
method-sum = Seguidores de várias plataformas são somados como seguidores, não como pessoas: a mesma pessoa pode seguir em vários lugares. Alcance e espectadores nunca são somados.
method-window =
    { $count ->
        [one] Um período é um dia e termina no dia da publicação mais recente da conta, nunca hoje.
       *[other] Um período são { $number }{ "\u00A0" }dias e termina no dia da publicação mais recente da conta, nunca hoje.
    }
method-median = A mediana é o valor do meio: metade das publicações teve pelo menos isso. É calculada sobre publicações de um formato em uma plataforma, e ao lado está quantas são.
method-middle = A metade central vai do percentil 25 ao 75 das mesmas publicações, contados como faz QUARTILE.INC em uma planilha.
method-latest = Quando um período tem menos de dez publicações, contam em seu lugar as mais recentes: quantas houver, até trinta.
method-few = Com menos de cinco publicações não se informa taxa.
method-engagement-reach = Engajamento por alcance são as curtidas, comentários, compartilhamentos e salvamentos de uma publicação divididos pelas diferentes pessoas que ela alcançou; depois, a mediana das publicações.
method-engagement-views = Engajamento por visualizações são as curtidas, comentários, compartilhamentos e salvamentos de uma publicação divididos por suas visualizações; depois, a mediana das publicações.
method-engagement-followers = Engajamento por seguidores são as curtidas, comentários, compartilhamentos e salvamentos de uma publicação divididos pelos seguidores no dia em que saiu; depois, a mediana das publicações.
method-engagement-apart = Taxas com bases diferentes, ou de plataformas diferentes, nunca entram em uma mesma média: o engajamento não tem um padrão comum.
method-engagement-typed = Algumas taxas foram anotadas como a plataforma ou quem assina este kit as tinha: { $accounts }. Como contam o engajamento não se sabe aqui, além da base que está ao lado.
method-engagement-unknown = “Base não informada” significa que se tem a taxa, mas não pelo que foi dividida.
method-followers-at-publishing = Seguidores no momento da publicação são a contagem anterior mais próxima, no máximo 31{ "\u00A0" }dias mais antiga que a publicação; sem ela, a publicação não tem taxa por seguidores.
method-young = Publicações com menos de sete dias no fim de um período ficam de fora, porque ainda estão sendo vistas.
method-paid = Publicações impulsionadas, sorteios e publicações patrocinadas ficam fora destes números e são contados à parte.
method-growth = O crescimento compara duas contagens e informa as duas datas; por 30{ "\u00A0" }dias, é composto.
method-shares = As parcelas de um público são parcelas de { $basis }, como as plataformas informam. O que falta para cem aparece como uma parte própria.
method-margins = Idades e gêneros conhecidos em separado nunca são multiplicados entre si.
method-floor = “Mais de” significa que o número verdadeiro é maior. Esses números não entram em nenhuma soma nem em nenhuma taxa.
method-rounding = Formas curtas são cortadas, nunca arredondadas para cima: 99.999 vira 99,9 mil. Uma perda nunca parece menor do que é.
method-unknown = O que não foi informado é desconhecido e nunca é desenhado como zero.
method-results = Os resultados de uma campanha são medidos pelo que é normal para a própria conta, onde se sabe.

## Posts that were left out, account by account

left-out-boosted =
    { $count ->
        [one] Uma publicação impulsionada ficou de fora.
       *[other] { $number }{ "\u00A0" }publicações impulsionadas ficaram de fora.
    }
left-out-giveaway =
    { $count ->
        [one] Um sorteio ficou de fora.
       *[other] { $number }{ "\u00A0" }sorteios ficaram de fora.
    }
left-out-sponsored =
    { $count ->
        [one] Uma publicação patrocinada ficou de fora.
       *[other] { $number }{ "\u00A0" }publicações patrocinadas ficaram de fora.
    }
left-out-young =
    { $count ->
        [one] Uma publicação com menos de sete dias ficou de fora.
       *[other] { $number }{ "\u00A0" }publicações com menos de sete dias ficaram de fora.
    }
left-out-no-followers =
    { $count ->
        [one] Uma publicação não tem contagem de seguidores perto do seu dia e não está na taxa por seguidores.
       *[other] { $number }{ "\u00A0" }publicações não têm contagem de seguidores perto do seu dia e não estão na taxa por seguidores.
    }
left-out-no-base =
    { $count ->
        [one] Uma publicação não informa este dado: { $base }; não está nessa taxa.
       *[other] { $number }{ "\u00A0" }publicações não informam este dado: { $base }; não estão nessa taxa.
    }
note-latest = { $formats }: menos de dez publicações no período { $window }, por isso conta o mais recente ({ $posts }).
note-of = { $account }: { $note }

## Small print

photo-credits = Fotografias
photo-credit = { $credit }, { $licence }
numbers-as-data = Os números como dados
kit-as-text = Este kit em texto simples
kit-as-row = Os principais números em uma linha de planilha
edition = Edição { $id }
download = Baixar
versions = Em outros idiomas
facts = Fatos
links = Links

## What is said to the brand for which alone a kit was made

edition-for = Preparado para { $brand }
edition-for-on = Preparado para { $brand } em { $date }
edition-until = O que está aqui vale até { $date }.
edition-over = O que está aqui valia até { $date }. Peça uma nova versão.
edition-only = Somente para { $brand }. Por favor, não repasse.

## The page that is not there

not-found-title = Página não encontrada
not-found-heading = Esta página *não está aqui*
not-found-text = O endereço pode ser antigo ou ter um erro de digitação.
not-found-link = Ir para o mídia kit

## The page that a passphrase opens

sealed-intro = Um mídia kit confidencial, feito especialmente para você.
sealed-how = Para abrir, digite a senha que veio com o link.
sealed-passphrase = Senha
sealed-hint = Maiúsculas, espaços e hifens não fazem diferença.
sealed-show = Mostrar
sealed-hide = Ocultar
sealed-open = Abrir
sealed-opening = Abrindo. Pode levar alguns segundos.
sealed-failed = Não foi possível abrir. Confira a senha ou peça de novo o link e a senha a { $name }.
sealed-insecure = Os navegadores só abrem esta página em um endereço que comece com https. Confira o endereço ou peça o link a { $name }.
sealed-script = Para abrir, é preciso um navegador atual com JavaScript ativado.
sealed-here = Tudo acontece neste aparelho. Nada do que é digitado aqui é enviado.

people = Pessoas
part-of-accounts = { $value }, { $accounts } contas
parts-rest =
    { $count ->
        [2] Outras duas
        [3] Outras três
        [4] Outras quatro
        [5] Outras cinco
        [6] Outras seis
        [7] Outras sete
        [8] Outras oito
        [9] Outras nove
       *[other] Outras { $number }
    }

column-service = Serviço
column-includes = Inclui
column-time = Prazo
column-unit = Unidade
column-price = Preço
logarithmic = escala logarítmica
