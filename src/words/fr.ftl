# The words of pages in French: polite and neutral, without "vous" where it can be done without.
# Before `:` `;` `!` `?` and inside `« »` stands a no-break space.
# What holds for all languages is said at the head of `en.ftl`.

## Sections: the plain heading, used when no finding and no words of the kit take its place

section-platforms = Où *me suivre*
    .pop =
        { $count ->
            [one] Un endroit *où me trouver*
           *[other] { $places } endroits *où me trouver*
        }
section-posts = Les plus *vues*
    .pop = Les plus *jouées*
section-audience = L’*audience*
    .pop = Qui *est là*
section-story = L’*histoire*
section-milestones = Jusqu’*ici*
    .pop = Jusqu’ici, *tout va bien*
section-gallery = En *images*
section-work = Travaux *choisis*
    .pop = De belles choses, *faites ensemble*
    .studio = Campagnes et *résultats*
section-rates = La *carte*
    .pop = Prenez *un ticket*
    .studio = Services et *tarifs*
section-process = Comment *ça se passe*
    .pop = Comment *on joue*
    .studio = De la demande *au bilan*
section-press = Dans la *presse*
    .pop =
        { $count ->
            [0] Ils l’ont *écrit*
           *[other] Ils l’ont *dit*
        }
section-contact = On en *parle{ "\u00A0" }?*
    .pop = On y *va{ "\u00A0" }?*
section-method = Méthode et *sources*
    .pop = Les petites *lignes*

## Sections in a list of links

nav-platforms = Plateformes
nav-posts = Meilleures publications
nav-audience = Audience
nav-story = Histoire
nav-milestones = Étapes
nav-gallery = Photos
nav-work = Travaux
nav-rates = Tarifs
nav-process = Déroulement
nav-press = Presse
nav-contact = Contact
nav-method = Méthode

## Headings that take the place of a plain one

section-one-platform = Sur *{ $platform }*
    .pop = Je suis *sur { $platform }*
section-one-case = Un projet, *raconté en entier*
    .pop = Une belle chose, *faite ensemble*
    .studio = Une campagne *et ses résultats*
section-worked-with = Collaborations *passées*
    .pop = En bonne *compagnie*
section-services = Ce que je *propose*
section-services-several = Ce que nous *proposons*
section-testimonials = Avec *leurs mots*
    .pop = Ils l’ont *dit*
section-terms = Les *conditions*
    .pop = Les règles *du jeu*

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
platform-podcast = Podcast
    .inner = le podcast
platform-website = Site web
    .inner = le site web
platform-kwai = Kwai
platform-soundcloud = SoundCloud
platform-beatport = Beatport
platform-vimeo = Vimeo

## Formats of posts: one

format-reel = Reel
format-story = Story
format-post = Publication
    .inner = publication
format-carousel = Carrousel
    .inner = carrousel
format-short = Short
format-video = Vidéo
    .inner = vidéo
format-live = Direct
    .inner = direct
format-episode = Épisode
    .inner = épisode
format-issue = Numéro
    .inner = numéro

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
        [one] Publication
       *[other] Publications
    }
    .inner =
    { $count ->
        [one] publication
       *[other] publications
    }
formats-carousel =
    { $count ->
        [one] Carrousel
       *[other] Carrousels
    }
    .inner =
    { $count ->
        [one] carrousel
       *[other] carrousels
    }
formats-short =
    { $count ->
        [one] Short
       *[other] Shorts
    }
formats-video =
    { $count ->
        [one] Vidéo
       *[other] Vidéos
    }
    .inner =
    { $count ->
        [one] vidéo
       *[other] vidéos
    }
formats-live =
    { $count ->
        [one] Direct
       *[other] Directs
    }
    .inner =
    { $count ->
        [one] direct
       *[other] directs
    }
formats-episode =
    { $count ->
        [one] Épisode
       *[other] Épisodes
    }
    .inner =
    { $count ->
        [one] épisode
       *[other] épisodes
    }
formats-issue =
    { $count ->
        [one] Numéro
       *[other] Numéros
    }
    .inner =
    { $count ->
        [one] numéro
       *[other] numéros
    }
platform-formats = { $formats } sur { $platform }
counted = { $number }{ "\u00A0" }{ $formats }

## Metrics, as labels

metric-followers = Abonnés
    .inner = abonnés
metric-followers-youtube = Abonnés
    .inner = abonnés
metric-followers-newsletter = Abonnés
    .inner = abonnés
metric-followers-substack = Abonnés
    .inner = abonnés
metric-followers-beehiiv = Abonnés
    .inner = abonnés
metric-followers-kit = Abonnés
    .inner = abonnés
metric-followers-telegram = Abonnés
    .inner = abonnés
metric-followers-discord = Membres
    .inner = membres
metric-followers-reddit = Membres
    .inner = membres
metric-followers-patreon = Membres
    .inner = membres
metric-followers_gained = Abonnés gagnés
    .inner = abonnés gagnés
metric-followers_gained-youtube = Abonnés gagnés
    .inner = abonnés gagnés
metric-followers_gained-newsletter = Abonnés gagnés
    .inner = abonnés gagnés
metric-followers_lost = Abonnés perdus
    .inner = abonnés perdus
metric-followers_lost-youtube = Abonnés perdus
    .inner = abonnés perdus
metric-followers_lost-newsletter = Abonnés perdus
    .inner = abonnés perdus
metric-followers_net = Nouveaux abonnés nets
    .inner = nouveaux abonnés nets
metric-followers_net-youtube = Nouveaux abonnés nets
    .inner = nouveaux abonnés nets
metric-followers_net-newsletter = Nouveaux abonnés nets
    .inner = nouveaux abonnés nets
metric-paid_subscribers = Abonnés payants
    .inner = abonnés payants
metric-posts_total = Publications au total
    .inner = publications au total
metric-posts_published = Publications de la période
    .inner = publications de la période
metric-views = Vues
    .inner = vues
metric-engaged_views = Vues avec intérêt
    .inner = vues avec intérêt
metric-video_views = Vues de vidéos
    .inner = vues de vidéos
metric-impressions = Impressions
    .inner = impressions
metric-reach = Portée
    .inner = portée
metric-viewers = Spectateurs
    .inner = spectateurs
metric-viewers_new = Nouveaux spectateurs
    .inner = nouveaux spectateurs
metric-viewers_returning = Spectateurs de retour
    .inner = spectateurs de retour
metric-users = Visiteurs
    .inner = visiteurs
metric-sessions = Visites
    .inner = visites
metric-profile_visits = Visites du profil
    .inner = visites du profil
metric-link_clicks = Clics sur les liens
    .inner = clics sur les liens
metric-interactions = Interactions
    .inner = interactions
metric-likes = J’aime
metric-comments = Commentaires
    .inner = commentaires
metric-shares = Partages
    .inner = partages
metric-saves = Enregistrements
    .inner = enregistrements
metric-reposts = Republications
    .inner = republications
metric-accounts_engaged = Comptes ayant interagi
    .inner = comptes ayant interagi
metric-watch_hours = Heures de visionnage
    .inner = heures de visionnage
metric-avg_view_duration = Durée moyenne de visionnage
    .inner = durée moyenne de visionnage
metric-avg_view_percentage = Pourcentage moyen visionné
    .inner = pourcentage moyen visionné
metric-ctr = Taux de clics
    .inner = taux de clics
metric-engagement_rate = Engagement
    .inner = engagement
metric-open_rate = Taux d’ouverture
    .inner = taux d’ouverture
metric-click_rate = Taux de clics
    .inner = taux de clics
metric-live_views = Vues en direct
    .inner = vues en direct
metric-avg_viewers = Spectateurs en moyenne
    .inner = spectateurs en moyenne
metric-peak_viewers = Pic de spectateurs
    .inner = pic de spectateurs
metric-stream_minutes = Minutes diffusées
    .inner = minutes diffusées
metric-downloads = Téléchargements
    .inner = téléchargements
metric-listeners = Auditeurs
    .inner = auditeurs
metric-streams = Écoutes
    .inner = écoutes
metric-duration = Durée
    .inner = durée
metric-followers_share = Part des abonnés
    .inner = part des abonnés
metric-followers_share-youtube = Part des abonnés
    .inner = part des abonnés
metric-followers_share-newsletter = Part des abonnés
    .inner = part des abonnés
metric-viewers_share = Part des spectateurs
    .inner = part des spectateurs
metric-views_share = Part des vues
    .inner = part des vues
metric-reach_share = Part des personnes touchées
    .inner = part des personnes touchées
metric-rank = Rang, { $name }

## Engagement and its base

engagement-by-reach = Engagement par portée
    .inner = engagement par portée
engagement-by-followers = Engagement par abonnés
    .inner = engagement par abonnés
engagement-by-views = Engagement par vues
    .inner = engagement par vues
engagement-base-unknown = Engagement, base non précisée
    .inner = engagement, base non précisée
base-reach = par portée
base-followers = par abonnés
base-views = par vues
base-unknown = base non précisée
base-not-stated = { base-unknown }
basis-followers = abonnés
basis-viewers = spectateurs
basis-views = vues
basis-reach = personnes touchées
basis-of-format = { $basis } ({ $format })

## Labels of figures: `$metric` and `$formats` are forms inside a sentence

label-followers-total = Abonnés sur { $platforms } plateformes
label-followers = Abonnés sur { $platform }
label-followers-youtube = Abonnés sur { $platform }
label-followers-newsletter = Abonnés à { $platform }
label-median = Médiane{ "\u00A0" }: { $metric }, { $formats }, { $posts }
label-median-alone = Médiane{ "\u00A0" }: { $metric }
label-mean = Moyenne{ "\u00A0" }: { $metric }, { $formats }, { $posts }
label-mean-alone = Moyenne{ "\u00A0" }: { $metric }
label-lower-quarter = { $metric }, bas de la moitié centrale
label-upper-quarter = { $metric }, haut de la moitié centrale
label-engagement = { $engagement }, { $formats }
label-on = { $metric } sur { $platform }
label-more = { $label }, { $more }
day-mean =
    { $count ->
        [one] un jour
       *[other] moyenne de { $number }{ "\u00A0" }jours
    }
day-peak = meilleur jour
posts-count =
    { $count ->
        [one] { $number }{ "\u00A0" }publication
       *[other] { $number }{ "\u00A0" }publications
    }
spelled =
    { $count ->
        [1] une
        [2] deux
        [3] trois
        [4] quatre
        [5] cinq
        [6] six
        [7] sept
        [8] huit
        [9] neuf
        [10] dix
        [11] onze
        [12] douze
       *[other] { $number }
    }

## Dates and windows

as-of = Au { $date }
media-kit = Kit média
media-kit-dated = Kit média, { $month }
media-kit-of = { $name }{ "\u00A0" }: kit média
page-of = { $title }{ "\u00A0" }: { $name }
sections = Sections
span = { $from }{ "\u00A0" }– { $to }
span-same-year = { $from }{ "\u00A0" }– { $to }
window-days-to =
    { $count ->
        [one] { $date }
       *[other] { $number }{ "\u00A0" }jours jusqu’au { $date }
    }
window-lifetime = Depuis le début, jusqu’au { $date }

## What may stand in place of a number

over = plus de
over-value = plus de{ "\u00A0" }{ $value }
not-reported = non communiqué
unknown = inconnu
not-tracked = non mesuré
on-request = sur demande
middle-half = Moitié centrale
finding-typical = La moitié des { $formats } fait au moins { $value } vues.
each-dot = Chaque point est une publication. En gris, la moitié centrale{ "\u00A0" }: { $middle }.
most-of-all = maximum { $value }
middle-text = de { $low } à { $high }

## The first screen

skip-to-numbers = Aller aux chiffres
skip-to-text = Aller au texte
nav-label = Sections
how-we-count = Comment on compte
pdf = PDF
pdf-one-page = PDF d’une page
based-in = Lieu
country = Pays
languages = Langues
about = À propos
pillars = De quoi il s’agit
pronouns = Pronoms
pronunciation = Se prononce { $pronunciation }

## Ways to write

write-to = Écrire à { $name }
way-email = E-mail
way-phone = Téléphone
way-whatsapp = WhatsApp
way-dm = Message privé
way-booking = Réserver un appel
reply-within = Réponse sous { $time }
management = Management
regions = Pour les demandes depuis
guardian = Parent ou représentant légal
guardian-note = { $name } est mineur(e). Merci d’écrire à { $guardian }, qui traite toutes les demandes.
minor-title = Travailler avec une personne mineure
minor-note = { $guardian } donne son accord à chaque projet et signe pour { $name }. Dans de nombreux pays, la loi limite le temps de travail des mineurs, exige une autorisation ou met de côté pour eux une partie des revenus{ "\u00A0" }: merci de prévoir ce délai avant de fixer des dates. Briefs, messages et validations passent uniquement par { $guardian }{ "\u00A0" }; l’école, le domicile et la vie quotidienne restent privés.
answer = Réponse
to-keep = À garder
save-contact = Enregistrer ce contact

## The enquiry that a click on an address begins

enquiry-subject = Demande pour { $name }
enquiry-subject-from = Demande de { $brand } pour { $name }
enquiry-brand = Marque{ "\u00A0" }:
enquiry-product = Produit ou service{ "\u00A0" }:
enquiry-goal = Objectif{ "\u00A0" }:
enquiry-dates = Dates{ "\u00A0" }:
enquiry-wanted = Canaux et prestations souhaités{ "\u00A0" }:
enquiry-budget = Budget{ "\u00A0" }:
enquiry-usage = Droits d’utilisation{ "\u00A0" }:
enquiry-kit = Kit média{ "\u00A0" }: { $url }

## Accounts

also-on = Également sur
growth-between = entre le { $from } et le { $to }
growth-between-same-year = entre le { $from } et le { $to }
growth-monthly = { $growth } en 30{ "\u00A0" }jours

## Best posts

usual = D’habitude, par { $format }{ "\u00A0" }: { $value } { $metric }
usual-value = d’habitude { $value }
times-usual = { $times } fois l’habitude
the-usual = l’habitude
read = Lire

## Who follows

audience-followers = Abonnés sur { $platform }
audience-viewers = Spectateurs sur { $platform }
audience-views = Vues sur { $platform }
audience-reach = Personnes touchées sur { $platform }
interests = Centres d’intérêt
gender-female = Femmes
    .inner = femmes
gender-male = Hommes
    .inner = hommes
gender-other = Autre genre ou non précisé
    .inner = autre genre ou non précisé
gender-total = { $gender } { $share }
age-band-short = { $from }–{ $to }
age-open-short = { $from }+
age-band = { $from }{ "\u00A0" }à{ "\u00A0" }{ $to }{ "\u00A0" }ans
age-open = { $from }{ "\u00A0" }ans et{ "\u00A0" }plus
rest = Tous les autres
rest-views = Tout le reste
rest-countries = Tous les autres pays
country-unknown = Pays inconnu
gave-no-gender = { $share } d’un autre genre ou non précisé
gave-no-age-label = Âge non précisé
other-ages = Autre âge ou non précisé
segment-follow = Abonnés et non-abonnés
segment-follow-yes = Abonnés
segment-follow-no = Pas encore abonnés
segment-source = D’où viennent les vues
segment-source-for_you = La page Pour toi
segment-source-following = Le fil Suivis
segment-source-search = Recherche
segment-source-profile = Le profil
segment-source-hashtag = Hashtags
segment-source-sound = Sons
segment-source-other = Ailleurs
segment-device = Appareils
segment-device-mobile = Téléphone
segment-device-desktop = Ordinateur
segment-device-tablet = Tablette
segment-device-tv = Télévision
segment-role = Leur métier
segment-language = Langues
segment-also = Comptes également suivis

## Titles of charts: what is measured, and in which unit

title-history = Abonnés sur { $platform }, par mois
title-history-youtube = Abonnés sur { $platform }, par mois
title-history-newsletter = Abonnés à { $platform }, par mois
title-age-gender = Âge et genre, en % des { $basis } sur { $platform }
title-ages = Âges, en % des { $basis } sur { $platform }
title-genders = Genre, en % des { $basis } sur { $platform }
title-countries = Pays, en % des { $basis } sur { $platform }
title-cities = Villes, en % des { $basis } sur { $platform }
title-segment = { $set }, en % des { $basis } sur { $platform }

## Findings: written only when the data says so

share-one-in-ten = Une personne sur dix
    .of = Une sur dix
share-two-in-ten = Deux personnes sur dix
    .of = Deux sur dix
share-one-in-four = Une personne sur quatre
    .of = Une sur quatre
share-three-in-ten = Trois personnes sur dix
    .of = Trois sur dix
share-one-in-three = Une personne sur trois
    .of = Une sur trois
share-four-in-ten = Quatre personnes sur dix
    .of = Quatre sur dix
share-half = La moitié
share-six-in-ten = Six personnes sur dix
    .of = Six sur dix
share-two-in-three = Deux personnes sur trois
    .of = Deux sur trois
share-seven-in-ten = Sept personnes sur dix
    .of = Sept sur dix
share-three-in-four = Trois personnes sur quatre
    .of = Trois sur quatre
share-eight-in-ten = Huit personnes sur dix
    .of = Huit sur dix
share-nine-in-ten = Neuf personnes sur dix
    .of = Neuf sur dix
share-percent = { $percent }
finding-largest-group =
    { $gender ->
        [female]
            { $count ->
                [one] { $share } est une femme *de { $band }.*
               *[other] { $share } sont des femmes *de { $band }.*
            }
        [male]
            { $count ->
                [one] { $share } est un homme *de { $band }.*
               *[other] { $share } sont des hommes *de { $band }.*
            }
       *[other]
            { $count ->
                [one] { $share } a *{ $band }.*
               *[other] { $share } ont *{ $band }.*
            }
    }
finding-age =
    { $count ->
        [one] { $share } a { $band }.
       *[other] { $share } ont { $band }.
    }
finding-gender =
    { $gender ->
        [female]
            { $count ->
                [one] { $share } est une femme.
               *[other] { $share } sont des femmes.
            }
        [male]
            { $count ->
                [one] { $share } est un homme.
               *[other] { $share } sont des hommes.
            }
       *[other]
            { $count ->
                [one] { $share } a indiqué un autre genre, ou aucun.
               *[other] { $share } ont indiqué un autre genre, ou aucun.
            }
    }
finding-country =
    { $count ->
        [one] { $share } vit dans ce pays{ "\u00A0" }: { $country }.
       *[other] { $share } vivent dans ce pays{ "\u00A0" }: { $country }.
    }
summary = { $parts }.
summary-group =
    { $gender ->
        [female] { $share } de femmes de { $band }
        [male] { $share } d’hommes de { $band }
       *[other] { $share } de { $band }
    }
summary-age = { $share } de { $band }
summary-gender =
    { $gender ->
        [female] { $share } de femmes
        [male] { $share } d’hommes
       *[other] { $share } d’un autre genre, ou non précisé
    }
summary-country = { $share } dans ce pays{ "\u00A0" }: { $country }
finding-two = { $first } *{ $second }*
finding-non-followers =
    { $count ->
        [one] Part des vues venant de personnes pas encore abonnées{ "\u00A0" }: { $share }.
       *[other] Part des vues venant de personnes pas encore abonnées{ "\u00A0" }: { $share }.
    }
finding-non-followers-formats =
    { $count ->
        [one] { $format }{ "\u00A0" }: part des vues venant de personnes pas encore abonnées{ "\u00A0" }: { $share }.
       *[other] { $format }{ "\u00A0" }: part des vues venant de personnes pas encore abonnées{ "\u00A0" }: { $share }.
    }
finding-growth-doubled = Doublé depuis { $month }{ "\u00A0" }: { $platform }.
finding-growth-tripled = Triplé depuis { $month }{ "\u00A0" }: { $platform }.
finding-growth-half = Au moins 50{ "\u00A0" }% de plus depuis { $month }{ "\u00A0" }: { $platform }.
finding-growth = Croissance depuis { $month }{ "\u00A0" }: { $platform }, { $growth }.
finding-fastest = La plus forte croissance{ "\u00A0" }: { $platform }, { $growth } depuis { $month }.

## Past campaigns

also-with = Aussi *avec*
came-back = a recommencé
came-back-note = Les noms mis en valeur ont recommencé.
relationship-paid = Partenariat rémunéré
relationship-gifted = Produit offert
relationship-affiliate = Affiliation
relationship-own = Marque personnelle
anonymous-brand = Marque, { $sector }, { $year }
anonymous-brand-sector = Marque, { $sector }
anonymous-brand-year = Une marque, { $year }
anonymous-brand-alone = Une marque
goal = Objectif
made = Réalisation
result = Résultat
results = Résultats
target = Visé
target-value = visé { $value }
measured-after =
    { $count ->
        [one] après un jour
       *[other] après { $number }{ "\u00A0" }jours
    }
disclosure = Mention publicitaire
quote-by = { $person }, { $role }
quote-by-of = { $person }, { $role }, { $company }
whole-story = Toute l’histoire
back-to-kit = Retour au kit média

## Milestones

next = À venir
earlier = Avant

## Services and prices

from = à partir de
to = à
of = de { $what }
at-least = au moins { $minimum }
per-post = par publication
per-hour = par heure
per-day = par jour
per-week = par semaine
per-month = par mois
per-year = par an
per-event = par événement
per-episode = par épisode
per-issue = par numéro
add-ons = En *plus*
    .pop = Et avec *ça{ "\u00A0" }?*
prices-in = Prix en { $currency }
valid-until = Valable jusqu’au { $date }
    .inner = valable jusqu’au { $date }
prices-in-valid-until = Prix en { $currency }, valables jusqu’au { $date }
turnaround-days =
    { $count ->
        [1] Un jour
        [7] Une semaine
        [14] Deux semaines
        [21] Trois semaines
        [28] Quatre semaines
        [35] Cinq semaines
        [42] Six semaines
        [49] Sept semaines
        [56] Huit semaines
       *[other] { $number }{ "\u00A0" }jours
    }
example = Voir un exemple
rates-on-request = Tarifs sur demande.
rates-on-request-reply = Tarifs sur demande, réponse sous { $time }.

## Steps and terms

week = Semaine
terms-usage = Droits d’utilisation
terms-exclusivity = Exclusivité
terms-payment = Paiement
terms-revisions = Modifications
terms-revisions-count =
    { $count ->
        [0] aucune
        [one] une série
       *[other] { $rounds } séries
    }
terms-disclosure = Mention publicitaire
terms-good-for = Convient à
terms-not-for = Ne convient pas à

## Press

comma = ,
full-stop = .
quoted = «{ "\u00A0" }{ $text }{ "\u00A0" }»
testimonials = Ce que disent les partenaires

## Tables: captions and heads of columns

caption-platforms = Les comptes et leurs chiffres
caption-history = Abonnés par mois
caption-rates = Prestations et prix
caption-audience = Ses chiffres
caption-numbers = Chaque chiffre et comment il a été compté
column-platform = Plateforme
column-account = Compte
column-followers = Abonnés
column-growth = Croissance
column-history = Par mois
column-median-views = Vues (médiane)
column-views = Vues
column-engagement = Engagement
column-counts = Ce qui est compté
column-value = Valeur
column-window = Période
column-posts = Publications
column-date = Date
column-source = Source
column-age = Âge

## How one number was made: the sentence beside it

made-typed = Noté à la main, tel que la plateforme l’affichait.
made-export = Tiré de l’export de la plateforme elle-même.
made-typed-average = Moyenne telle que notée, sur { $posts }.
made-typed-median = Médiane telle que notée, sur { $posts }.
made-typed-rate = Taux tel que noté{ "\u00A0" }; { $base }.
made-typed-rate-posts = Taux tel que noté, sur { $posts }{ "\u00A0" }; { $base }.
made-floor = Noté comme «{ "\u00A0" }plus de{ "\u00A0" }»{ "\u00A0" }; le vrai nombre est plus grand.
made-sum = Somme des derniers relevés sur { $platforms } plateformes{ "\u00A0" }; une même personne peut suivre à plusieurs endroits.
days-counted = { $days } jours sur { $all }
made-flow-sum = Somme de la période{ "\u00A0" }: { $window }.
made-day-mean = Moyenne des jours de la période{ "\u00A0" }: { $window }{ "\u00A0" }; la même personne peut être présente plusieurs jours, c’est pourquoi les jours ne s’additionnent jamais.
made-day-peak = Le meilleur jour de la période{ "\u00A0" }: { $window }.
made-median = Médiane de { $posts }, période{ "\u00A0" }: { $window }.
made-median-latest = Médiane du plus récent ({ $posts }), période{ "\u00A0" }: { $window }.
made-lower-quarter = Un quart de { $posts } reste à cette valeur ou en dessous{ "\u00A0" }; période{ "\u00A0" }: { $window }.
made-upper-quarter = Un quart de { $posts } atteint ou dépasse cette valeur{ "\u00A0" }; période{ "\u00A0" }: { $window }.
made-engagement-reach = J’aime, commentaires, partages et enregistrements divisés par la portée, publication par publication{ "\u00A0" }; puis la médiane de { $posts }, période{ "\u00A0" }: { $window }.
made-engagement-views = J’aime, commentaires, partages et enregistrements divisés par les vues, publication par publication{ "\u00A0" }; puis la médiane de { $posts }, période{ "\u00A0" }: { $window }.
made-engagement-followers = J’aime, commentaires, partages et enregistrements divisés par les abonnés au moment de la publication, publication par publication{ "\u00A0" }; puis la médiane de { $posts }, période{ "\u00A0" }: { $window }.
made-growth = Évolution du premier relevé au dernier, { $between }.
made-post = Relevé d’une publication, tel que la plateforme l’affichait.
source-hand = à la main

## Method: one sentence for each way that occurs

method-no-numbers = Ce kit ne donne pas encore de chiffres. Quand il en donnera, chacun portera sa date, ce qu’il compte et d’où il vient.
method-dates = Chaque chiffre porte sa propre date. Celle du premier écran est la plus ancienne des chiffres qui s’y trouvent.
method-sources = Les chiffres sont traçables, datés et sourcés{ "\u00A0" }: ils viennent des exports des plateformes elles-mêmes, ou ont été notés à la main d’après ce qu’elles affichent.
method-typed = Les chiffres marqués «{ "\u00A0" }{ $source }{ "\u00A0" }» ont été notés à la main.
method-sum = Les abonnés de plusieurs plateformes s’additionnent comme des abonnés, pas comme des personnes{ "\u00A0" }: une même personne peut suivre à plusieurs endroits. Portée et spectateurs ne s’additionnent jamais.
method-window =
    { $count ->
        [one] Une période dure un jour et se termine le jour de la publication la plus récente du compte, jamais aujourd’hui.
       *[other] Une période dure { $number }{ "\u00A0" }jours et se termine le jour de la publication la plus récente du compte, jamais aujourd’hui.
    }
method-median = La médiane est la valeur du milieu{ "\u00A0" }: la moitié des publications a obtenu au moins autant. Elle est prise sur les publications d’un format sur une plateforme, et leur nombre figure à côté.
method-middle = La moitié centrale va du 25e au 75e centile des mêmes publications, comptés comme le fait QUARTILE.INC dans un tableur.
method-latest = Si une période compte moins de dix publications, ce sont les dernières qui comptent{ "\u00A0" }: autant qu’il y en a, trente au plus.
method-few = Avec moins de cinq publications, aucun taux n’est donné.
method-engagement-reach = L’engagement par portée, ce sont les j’aime, commentaires, partages et enregistrements d’une publication divisés par le nombre de personnes différentes qu’elle a touchées{ "\u00A0" }; puis la médiane des publications.
method-engagement-views = L’engagement par vues, ce sont les j’aime, commentaires, partages et enregistrements d’une publication divisés par ses vues{ "\u00A0" }; puis la médiane des publications.
method-engagement-followers = L’engagement par abonnés, ce sont les j’aime, commentaires, partages et enregistrements d’une publication divisés par les abonnés du jour de sa parution{ "\u00A0" }; puis la médiane des publications.
method-engagement-apart = Des taux de bases différentes, ou de plateformes différentes, ne sont jamais mélangés en une moyenne{ "\u00A0" }: l’engagement n’a pas de norme commune.
method-engagement-typed = Certains taux ont été notés tels que la plateforme ou l’auteur de ce kit les avait{ "\u00A0" }: { $accounts }. Comment ils comptent l’engagement n’est pas connu ici, au-delà de la base indiquée à côté.
method-engagement-unknown = «{ "\u00A0" }Base non précisée{ "\u00A0" }» signifie que le taux est connu, mais pas ce par quoi il est divisé.
method-followers-at-publishing = Les abonnés au moment de la publication sont le relevé antérieur le plus proche, vieux d’au plus 31{ "\u00A0" }jours de plus que la publication{ "\u00A0" }; sans lui, la publication n’a pas de taux par abonnés.
method-young = Les publications de moins de sept jours à la fin d’une période sont écartées, car elles sont encore en train d’être vues.
method-paid = Les publications boostées, les concours et les publications sponsorisées restent hors de ces chiffres et sont comptés à part.
method-growth = La croissance compare deux relevés et donne les deux dates{ "\u00A0" }; sur 30{ "\u00A0" }jours, elle est composée.
method-shares = Les parts d’une audience sont des parts de{ "\u00A0" }: { $basis }, telles que les plateformes les communiquent. Ce qui manque jusqu’à cent est montré comme une part à part entière.
method-margins = Les âges et les genres connus séparément ne sont jamais multipliés entre eux.
method-floor = «{ "\u00A0" }Plus de{ "\u00A0" }» signifie que le vrai nombre est plus grand. Ces nombres n’entrent dans aucune somme ni aucun taux.
method-rounding = Les formes courtes sont coupées, jamais arrondies au-dessus{ "\u00A0" }: 99{ "\u00A0" }999 donne 99,9{ "\u00A0" }k. Une perte n’est jamais rendue plus petite.
method-unknown = Ce qui n’a pas été communiqué est inconnu, et n’est jamais dessiné comme zéro.
method-results = Les résultats d’une campagne sont mesurés à ce qui est habituel pour ce compte, là où on le connaît.

## Posts that were left out, account by account

left-out-boosted =
    { $count ->
        [one] Une publication boostée a été écartée.
       *[other] { $number }{ "\u00A0" }publications boostées ont été écartées.
    }
left-out-giveaway =
    { $count ->
        [one] Un concours a été écarté.
       *[other] { $number }{ "\u00A0" }concours ont été écartés.
    }
left-out-sponsored =
    { $count ->
        [one] Une publication sponsorisée a été écartée.
       *[other] { $number }{ "\u00A0" }publications sponsorisées ont été écartées.
    }
left-out-young =
    { $count ->
        [one] Une publication de moins de sept jours a été écartée.
       *[other] { $number }{ "\u00A0" }publications de moins de sept jours ont été écartées.
    }
left-out-no-followers =
    { $count ->
        [one] Une publication n’a pas de relevé d’abonnés proche de son jour et n’entre pas dans le taux par abonnés.
       *[other] { $number }{ "\u00A0" }publications n’ont pas de relevé d’abonnés proche de leur jour et n’entrent pas dans le taux par abonnés.
    }
left-out-no-base =
    { $count ->
        [one] Une publication ne donne pas ce chiffre{ "\u00A0" }: { $base }{ "\u00A0" }; elle n’entre pas dans ce taux.
       *[other] { $number }{ "\u00A0" }publications ne donnent pas ce chiffre{ "\u00A0" }: { $base }{ "\u00A0" }; elles n’entrent pas dans ce taux.
    }
note-latest = { $formats }{ "\u00A0" }: moins de dix publications sur la période ({ $window }), c’est donc le plus récent qui compte ({ $posts }).
note-of = { $account }{ "\u00A0" }: { $note }

## Small print

photo-credits = Photographies
photo-credit = { $credit }, { $licence }
numbers-as-data = Les chiffres sous forme de données
kit-as-text = Ce kit en texte brut
kit-as-row = Les chiffres principaux en une ligne de tableau
edition = Édition { $id }
download = Télécharger
versions = Dans d’autres langues
facts = Faits
links = Liens

## What is said to the brand for which alone a kit was made

edition-for = Préparé pour { $brand }
edition-for-on = Préparé pour { $brand } le { $date }
edition-until = Ces informations sont valables jusqu’au { $date }.
edition-over = Ces informations étaient valables jusqu’au { $date }. Demandez une nouvelle version.
edition-only = Réservé à { $brand }. Merci de ne pas le transmettre.

## The page that is not there

not-found-title = Page introuvable
not-found-heading = Cette page *n’est pas ici*
not-found-text = L’adresse est peut-être ancienne ou mal saisie.
not-found-link = Aller au kit média

## The page that a passphrase opens

sealed-intro = Un kit média confidentiel, préparé sur mesure.
sealed-how = Pour l’ouvrir, il suffit de saisir la phrase secrète reçue avec le lien.
sealed-passphrase = Phrase secrète
sealed-hint = Les majuscules, les espaces et les tirets ne comptent pas.
sealed-show = Afficher
sealed-hide = Masquer
sealed-open = Ouvrir
sealed-opening = Ouverture en cours. Cela peut prendre quelques secondes.
sealed-failed = L’ouverture a échoué. Merci de vérifier la phrase secrète, ou de redemander le lien et la phrase à { $name }.
sealed-insecure = Les navigateurs n’ouvrent cette page qu’à une adresse qui commence par https. Merci de vérifier l’adresse, ou de demander le lien à { $name }.
sealed-script = Pour l’ouvrir, il faut un navigateur récent avec JavaScript activé.
sealed-here = Tout se passe sur cet appareil. Rien de ce qui est saisi ici n’est envoyé.

people = Personnes
part-of-accounts = { $value }, { $accounts } comptes
parts-rest =
    { $count ->
        [2] Deux autres
        [3] Trois autres
        [4] Quatre autres
        [5] Cinq autres
        [6] Six autres
        [7] Sept autres
        [8] Huit autres
        [9] Neuf autres
       *[other] { $number }{ "\u00A0" }autres
    }

column-service = Prestation
column-includes = Comprend
column-time = Délai
column-unit = Unité
column-price = Prix
logarithmic = échelle logarithmique
