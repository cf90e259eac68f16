# The words of pages in German: polite and neutral, without "Sie" where it can be done without.
# What holds for all languages is said at the head of `en.ftl`.

## Sections: the plain heading, used when no finding and no words of the kit take its place

section-platforms = Wo man *mir folgt*
    .pop =
        { $count ->
            [one] Ein Weg *zu mir*
           *[other] { $places } Wege *zu mir*
        }
section-posts = Am *meisten gesehen*
    .pop = Am meisten *gespielt*
section-audience = Das *Publikum*
    .pop = Die *Runde*
section-story = Die *Geschichte*
section-milestones = *Bisher*
    .pop = So weit, *so gut*
section-gallery = In *Bildern*
section-work = Ausgewählte *Arbeiten*
    .pop = Gute Sachen, *gemeinsam gemacht*
    .studio = Kampagnen und *Ergebnisse*
section-rates = Die *Karte*
    .pop = Tickets, *bitte*
    .studio = Leistungen und *Preise*
section-process = So *läuft es ab*
    .pop = So *spielen wir*
    .studio = Von der Anfrage *bis zum Bericht*
section-press = In der *Presse*
    .pop =
        { $count ->
            [0] Das *schreiben andere*
           *[other] Das *sagen andere*
        }
section-contact = Reden wir *darüber?*
    .pop = Wer kommt *mit?*
section-method = Methode und *Quellen*
    .pop = Das *Kleingedruckte*

## Sections in a list of links

nav-platforms = Plattformen
nav-posts = Beste Beiträge
nav-audience = Publikum
nav-story = Geschichte
nav-milestones = Meilensteine
nav-gallery = Fotos
nav-work = Arbeiten
nav-rates = Preise
nav-process = Ablauf
nav-press = Presse
nav-contact = Kontakt
nav-method = Methode

## Headings that take the place of a plain one

section-one-platform = Auf *{ $platform }*
    .pop = Ich bin *auf { $platform }*
section-one-case = Eine Arbeit, *ganz erzählt*
    .pop = Eine gute Sache, *gemeinsam gemacht*
    .studio = Eine Kampagne *und ihr Ergebnis*
section-worked-with = Schon *dabei*
    .pop = Schon *dabei*
section-services = Was ich *anbiete*
section-services-several = Was wir *anbieten*
section-testimonials = In *ihren Worten*
    .pop = Das *sagen andere*
section-terms = Die *Konditionen*
    .pop = Die *Spielregeln*

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
platform-spotify = Spotify
platform-apple_podcasts = Apple Podcasts
platform-podcast = Podcast
platform-website = Website
platform-kwai = Kwai
platform-soundcloud = SoundCloud
platform-beatport = Beatport
platform-vimeo = Vimeo

## Formats of posts: one

format-reel = Reel
format-story = Story
format-post = Beitrag
format-carousel = Karussell
format-short = Short
format-video = Video
format-live = Livestream
format-episode = Folge
format-issue = Ausgabe

## Formats of posts: as many as `$count`

formats-reel =
    { $count ->
        [one] Reel
       *[other] Reels
    }
formats-story =
    { $count ->
        [one] Story
       *[other] Storys
    }
formats-post =
    { $count ->
        [one] Beitrag
       *[other] Beiträge
    }
formats-carousel =
    { $count ->
        [one] Karussell
       *[other] Karussells
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
formats-live =
    { $count ->
        [one] Livestream
       *[other] Livestreams
    }
formats-episode =
    { $count ->
        [one] Folge
       *[other] Folgen
    }
formats-issue =
    { $count ->
        [one] Ausgabe
       *[other] Ausgaben
    }
platform-formats = { $platform }-{ $formats }
counted = { $number }{ "\u00A0" }{ $formats }

## Metrics, as labels

metric-followers = Follower
metric-followers-youtube = Abonnenten
metric-followers-newsletter = Abonnenten
metric-followers-substack = Abonnenten
metric-followers-beehiiv = Abonnenten
metric-followers-kit = Abonnenten
metric-followers-telegram = Abonnenten
metric-followers-discord = Mitglieder
metric-followers-reddit = Mitglieder
metric-followers-patreon = Mitglieder
metric-followers_gained = Neue Follower
    .inner = neue Follower
metric-followers_gained-youtube = Neue Abonnenten
    .inner = neue Abonnenten
metric-followers_gained-newsletter = Neue Abonnenten
    .inner = neue Abonnenten
metric-followers_lost = Verlorene Follower
    .inner = verlorene Follower
metric-followers_lost-youtube = Verlorene Abonnenten
    .inner = verlorene Abonnenten
metric-followers_lost-newsletter = Verlorene Abonnenten
    .inner = verlorene Abonnenten
metric-followers_net = Follower-Zuwachs netto
metric-followers_net-youtube = Abonnenten-Zuwachs netto
metric-followers_net-newsletter = Abonnenten-Zuwachs netto
metric-paid_subscribers = Zahlende Abonnenten
    .inner = zahlende Abonnenten
metric-posts_total = Beiträge insgesamt
metric-posts_published = Veröffentlichte Beiträge
    .inner = veröffentlichte Beiträge
metric-views = Aufrufe
metric-engaged_views = Aufrufe mit Interesse
metric-video_views = Videoaufrufe
metric-impressions = Impressionen
metric-reach = Reichweite
metric-viewers = Zuschauer
metric-viewers_new = Neue Zuschauer
    .inner = neue Zuschauer
metric-viewers_returning = Wiederkehrende Zuschauer
    .inner = wiederkehrende Zuschauer
metric-users = Besucher
metric-sessions = Besuche
metric-profile_visits = Profilbesuche
metric-link_clicks = Linkklicks
metric-interactions = Interaktionen
metric-likes = Likes
metric-comments = Kommentare
metric-shares = Geteilte Beiträge
    .inner = geteilte Beiträge
metric-saves = Gespeicherte Beiträge
    .inner = gespeicherte Beiträge
metric-reposts = Reposts
metric-accounts_engaged = Konten, die interagiert haben
metric-watch_hours = Gesehene Stunden
    .inner = gesehene Stunden
metric-avg_view_duration = Durchschnittliche Wiedergabedauer
    .inner = durchschnittliche Wiedergabedauer
metric-avg_view_percentage = Durchschnittlich gesehener Anteil
    .inner = durchschnittlich gesehener Anteil
metric-ctr = Klickrate
metric-engagement_rate = Engagement
metric-open_rate = Öffnungsrate
metric-click_rate = Klickrate
metric-live_views = Live-Aufrufe
metric-avg_viewers = Zuschauer im Durchschnitt
metric-peak_viewers = Zuschauer in der Spitze
metric-stream_minutes = Gestreamte Minuten
    .inner = gestreamte Minuten
metric-downloads = Downloads
metric-listeners = Hörer
metric-streams = Streams
metric-duration = Länge
metric-followers_share = Anteil der Follower
metric-followers_share-youtube = Anteil der Abonnenten
metric-followers_share-newsletter = Anteil der Abonnenten
metric-viewers_share = Anteil der Zuschauer
metric-views_share = Anteil der Aufrufe
metric-reach_share = Anteil der erreichten Personen
metric-rank = Platz, { $name }

## Engagement and its base

engagement-by-reach = Engagement nach Reichweite
engagement-by-followers = Engagement nach Followern
engagement-by-views = Engagement nach Aufrufen
engagement-base-unknown = Engagement, Basis nicht angegeben
base-reach = nach Reichweite
base-followers = nach Followern
base-views = nach Aufrufen
base-unknown = Basis nicht angegeben
base-not-stated = { base-unknown }
basis-followers = Follower
basis-viewers = Zuschauer
basis-views = Aufrufe
basis-reach = erreichten Personen
basis-of-format = { $format }-{ $basis }

## Labels of figures: `$metric` and `$formats` are forms inside a sentence

label-followers-total = Follower auf { $platforms } Plattformen
label-followers = Follower auf { $platform }
label-followers-youtube = Abonnenten auf { $platform }
label-followers-newsletter = Abonnenten, { $platform }
label-median = { $metric } (Median), { $formats }, { $posts }
label-median-alone = { $metric } (Median)
label-mean = { $metric } (Durchschnitt), { $formats }, { $posts }
label-mean-alone = { $metric } (Durchschnitt)
label-lower-quarter = { $metric }, unteres Ende der mittleren Hälfte
label-upper-quarter = { $metric }, oberes Ende der mittleren Hälfte
label-engagement = { $engagement }, { $formats }
label-on = { $metric }, { $platform }
label-more = { $label }, { $more }
day-mean =
    { $count ->
        [one] ein Tag
       *[other] Mittel aus { $number }{ "\u00A0" }Tagen
    }
day-peak = bester Tag
posts-count =
    { $count ->
        [one] { $number }{ "\u00A0" }Beitrag
       *[other] { $number }{ "\u00A0" }Beiträge
    }
spelled =
    { $count ->
        [1] einer
        [2] zwei
        [3] drei
        [4] vier
        [5] fünf
        [6] sechs
        [7] sieben
        [8] acht
        [9] neun
        [10] zehn
        [11] elf
        [12] zwölf
       *[other] { $number }
    }

## Dates and windows

as-of = Stand: { $date }
media-kit = Mediakit
media-kit-dated = Mediakit, { $month }
media-kit-of = { $name }: Mediakit
page-of = { $title }: { $name }
sections = Abschnitte
span = { $from } bis { $to }
span-same-year = { $from } bis { $to }
window-days-to =
    { $count ->
        [one] { $date }
       *[other] { $number }{ "\u00A0" }Tage bis { $date }
    }
window-lifetime = Gesamter Zeitraum, bis { $date }

## What may stand in place of a number

over = über
over-value = über{ "\u00A0" }{ $value }
not-reported = nicht angegeben
unknown = unbekannt
not-tracked = nicht gemessen
on-request = auf Anfrage
middle-half = Mittlere Hälfte
finding-typical = Die Hälfte aller { $formats } hat mindestens { $value } Aufrufe.
each-dot = Jeder Punkt ist ein Beitrag. Grau: die mittlere Hälfte, { $middle }.
most-of-all = Höchstwert { $value }
middle-text = { $low } bis { $high }

## The first screen

skip-to-numbers = Zu den Zahlen springen
skip-to-text = Zum Text springen
nav-label = Abschnitte
how-we-count = So wird gezählt
pdf = PDF
pdf-one-page = PDF auf einer Seite
based-in = Standort
country = Land
languages = Sprachen
about = Über mich
pillars = Worum es geht
pronouns = Pronomen
pronunciation = Aussprache: { $pronunciation }

## Ways to write

write-to = Nachricht an { $name }
way-email = E-Mail
way-phone = Telefon
way-whatsapp = WhatsApp
way-dm = Direktnachricht
way-booking = Gespräch vereinbaren
reply-within = Antwortet innerhalb von { $time }
management = Management
regions = Für Anfragen aus
guardian = Erziehungsberechtigte Person
guardian-note = { $name } ist minderjährig. Anfragen bitte an { $guardian }; dort werden alle Anfragen betreut.
minor-title = Zusammenarbeit mit Minderjährigen
minor-note = { $guardian } stimmt jedem Projekt zu und unterschreibt für { $name }. In vielen Ländern begrenzt das Gesetz die Arbeitszeit von Minderjährigen, verlangt eine Genehmigung oder schreibt vor, dass ein Teil der Einnahmen für sie zurückgelegt wird: Bitte dafür Zeit einplanen, bevor Termine feststehen. Briefings, Nachrichten und Freigaben laufen allein über { $guardian }; Schule, Zuhause und Alltag bleiben privat.
answer = Antwort
to-keep = Zum Mitnehmen
save-contact = Kontakt speichern

## The enquiry that a click on an address begins

enquiry-subject = Anfrage an { $name }
enquiry-subject-from = Anfrage von { $brand } an { $name }
enquiry-brand = Marke:
enquiry-product = Produkt oder Leistung:
enquiry-goal = Ziel:
enquiry-dates = Zeitraum:
enquiry-wanted = Gewünschte Kanäle und Leistungen:
enquiry-budget = Budget:
enquiry-usage = Nutzungsrechte:
enquiry-kit = Mediakit: { $url }

## Accounts

also-on = Auch auf
growth-between = zwischen { $from } und { $to }
growth-between-same-year = zwischen { $from } und { $to }
growth-monthly = { $growth } in 30{ "\u00A0" }Tagen

## Best posts

usual = Üblich je { $format }: { $value } { $metric }
usual-value = üblich { $value }
times-usual = das { $times }-Fache des Üblichen
the-usual = des Üblichen
read = Lesen

## Who follows

audience-followers = Follower, { $platform }
audience-viewers = Zuschauer, { $platform }
audience-views = Aufrufe, { $platform }
audience-reach = Erreichte Personen, { $platform }
interests = Interessen
gender-female = Frauen
gender-male = Männer
gender-other = Anderes Geschlecht oder keine Angabe
    .inner = anderes Geschlecht oder keine Angabe
gender-total = { $gender } { $share }
age-band-short = { $from }–{ $to }
age-open-short = { $from }+
age-band = { $from }{ "\u00A0" }bis{ "\u00A0" }{ $to }
age-open = { $from } oder{ "\u00A0" }älter
rest = Alle anderen
rest-views = Alles andere
rest-countries = Alle anderen Länder
country-unknown = Land unbekannt
gave-no-gender = { $share } mit anderem Geschlecht oder ohne Angabe
gave-no-age-label = Alter nicht angegeben
other-ages = Anderes Alter oder keine Angabe
segment-follow = Follower und andere
segment-follow-yes = Follower
segment-follow-no = Folgen noch nicht
segment-source = Woher die Aufrufe kommen
segment-source-for_you = „Für dich“-Seite
segment-source-following = „Folge ich“-Feed
segment-source-search = Suche
segment-source-profile = Profil
segment-source-hashtag = Hashtags
segment-source-sound = Sounds
segment-source-other = Anderswo
segment-device = Geräte
segment-device-mobile = Smartphone
segment-device-desktop = Computer
segment-device-tablet = Tablet
segment-device-tv = Fernseher
segment-role = Was sie tun
segment-language = Sprachen
segment-also = Folgen auch

## Titles of charts: what is measured, and in which unit

title-history = { $platform }: Follower nach Monat
title-history-youtube = { $platform }: Abonnenten nach Monat
title-history-newsletter = { $platform }: Abonnenten nach Monat
title-age-gender = { $platform }: Alter und Geschlecht, % der { $basis }
title-ages = { $platform }: Alter, % der { $basis }
title-genders = { $platform }: Geschlecht, % der { $basis }
title-countries = { $platform }: Länder, % der { $basis }
title-cities = { $platform }: Städte, % der { $basis }
title-segment = { $platform }: { $set }, % der { $basis }

## Findings: written only when the data says so

share-one-in-ten = Jede zehnte Person
    .of = Jeder zehnte
share-two-in-ten = Zwei von zehn
share-one-in-four = Jede vierte Person
    .of = Jeder vierte
share-three-in-ten = Drei von zehn
share-one-in-three = Jede dritte Person
    .of = Jeder dritte
share-four-in-ten = Vier von zehn
share-half = Die Hälfte
    .of = Die Hälfte von allen
share-six-in-ten = Sechs von zehn
share-two-in-three = Zwei von drei
share-seven-in-ten = Sieben von zehn
share-three-in-four = Drei von vier
share-eight-in-ten = Acht von zehn
share-nine-in-ten = Neun von zehn
share-percent = { $percent }
    .of = { $percent } von allen
finding-largest-group =
    { $gender ->
        [female]
            { $count ->
                [one] { $share } ist eine Frau *im Alter von { $band }.*
               *[other] { $share } sind Frauen *im Alter von { $band }.*
            }
        [male]
            { $count ->
                [one] { $share } ist ein Mann *im Alter von { $band }.*
               *[other] { $share } sind Männer *im Alter von { $band }.*
            }
       *[other]
            { $count ->
                [one] { $share } ist *{ $band }.*
               *[other] { $share } sind *{ $band }.*
            }
    }
finding-age =
    { $count ->
        [one] { $share } ist { $band }.
       *[other] { $share } sind { $band }.
    }
finding-gender =
    { $gender ->
        [female]
            { $count ->
                [one] { $share } ist eine Frau.
               *[other] { $share } sind Frauen.
            }
        [male]
            { $count ->
                [one] { $share } ist ein Mann.
               *[other] { $share } sind Männer.
            }
       *[other]
            { $count ->
                [one] { $share } hat ein anderes Geschlecht oder keines angegeben.
               *[other] { $share } haben ein anderes Geschlecht oder keines angegeben.
            }
    }
finding-country =
    { $count ->
        [one] { $share } lebt in diesem Land: { $country }.
       *[other] { $share } leben in diesem Land: { $country }.
    }
summary = { $parts }.
summary-group =
    { $gender ->
        [female] { $share } sind Frauen von { $band }
        [male] { $share } sind Männer von { $band }
       *[other] { $share } sind { $band }
    }
summary-age = { $share } sind { $band }
summary-gender =
    { $gender ->
        [female] { $share } sind Frauen
        [male] { $share } sind Männer
       *[other] { $share } haben ein anderes Geschlecht oder keines angegeben
    }
summary-country = { $share } leben in { $country }
finding-two = { $first } *{ $second }*
finding-non-followers =
    { $count ->
        [one] { $share } Aufruf kommt von Menschen, die noch nicht folgen.
       *[other] { $share } Aufrufen kommen von Menschen, die noch nicht folgen.
    }
finding-non-followers-formats =
    { $count ->
        [one] { $share } { $format }-Aufruf kommt von Menschen, die noch nicht folgen.
       *[other] { $share } { $format }-Aufrufen kommen von Menschen, die noch nicht folgen.
    }
finding-growth-doubled = Seit { $month } verdoppelt: { $platform }.
finding-growth-tripled = Seit { $month } verdreifacht: { $platform }.
finding-growth-half = Seit { $month } um die Hälfte gewachsen: { $platform }.
finding-growth = Wachstum seit { $month }: { $platform }, { $growth }.
finding-fastest = Wächst am schnellsten: { $platform }, { $growth } seit { $month }.

## Past campaigns

also-with = Auch *mit*
came-back = wiedergekommen
came-back-note = Hervorgehobene Namen sind wiedergekommen.
relationship-paid = Bezahlte Partnerschaft
relationship-gifted = Produkt gestellt
relationship-affiliate = Affiliate
relationship-own = Eigene Marke
anonymous-brand = Marke ({ $sector }), { $year }
anonymous-brand-sector = Marke ({ $sector })
anonymous-brand-year = Eine Marke, { $year }
anonymous-brand-alone = Eine Marke
goal = Briefing
made = Umsetzung
result = Ergebnis
results = Ergebnisse
target = Ziel
target-value = Ziel { $value }
measured-after =
    { $count ->
        [one] nach einem Tag
       *[other] nach { $number }{ "\u00A0" }Tagen
    }
disclosure = Kennzeichnung
quote-by = { $person }, { $role }
quote-by-of = { $person }, { $role }, { $company }
whole-story = Die ganze Geschichte
back-to-kit = Zurück zum Mediakit

## Milestones

next = Demnächst
earlier = Früher

## Services and prices

from = ab
to = bis
of = von { $what }
at-least = mindestens { $minimum }
per-post = pro Beitrag
per-hour = pro Stunde
per-day = pro Tag
per-week = pro Woche
per-month = pro Monat
per-year = pro Jahr
per-event = pro Veranstaltung
per-episode = pro Folge
per-issue = pro Ausgabe
add-ons = Und *dazu*
    .pop = Noch was *dazu*
prices-in = Preise in { $currency }
valid-until = Gültig bis { $date }
    .inner = gültig bis { $date }
prices-in-valid-until = Preise in { $currency }, gültig bis { $date }
turnaround-days =
    { $count ->
        [1] Ein Tag
        [7] Eine Woche
        [14] Zwei Wochen
        [21] Drei Wochen
        [28] Vier Wochen
        [35] Fünf Wochen
        [42] Sechs Wochen
        [49] Sieben Wochen
        [56] Acht Wochen
       *[other] { $number }{ "\u00A0" }Tage
    }
example = Beispiel
rates-on-request = Preise auf Anfrage.
rates-on-request-reply = Preise auf Anfrage, Antwort innerhalb von { $time }.

## Steps and terms

week = Woche
terms-usage = Nutzungsrechte
terms-exclusivity = Exklusivität
terms-payment = Zahlung
terms-revisions = Korrekturen
terms-revisions-count =
    { $count ->
        [0] keine
        [one] eine Runde
       *[other] { $rounds } Runden
    }
terms-disclosure = Kennzeichnung
terms-good-for = Passt zu
terms-not-for = Passt nicht zu

## Press

comma = ,
full-stop = .
quoted = „{ $text }“
testimonials = Was Partner sagen

## Tables: captions and heads of columns

caption-platforms = Konten und ihre Zahlen
caption-history = Follower nach Monat
caption-rates = Leistungen und Preise
caption-audience = Die Zahlen dazu
caption-numbers = Jede Zahl und wie sie gezählt wurde
column-platform = Plattform
column-account = Konto
column-followers = Follower
column-growth = Wachstum
column-history = Nach Monat
column-median-views = Aufrufe (Median)
column-views = Aufrufe
column-engagement = Engagement
column-counts = Was gezählt wird
column-value = Wert
column-window = Zeitraum
column-posts = Beiträge
column-date = Datum
column-source = Quelle
column-age = Alter

## How one number was made: the sentence beside it

made-typed = Von Hand notiert, wie von der Plattform angezeigt.
made-export = Aus dem Export der Plattform selbst.
made-typed-average = Durchschnitt wie notiert, über { $posts }.
made-typed-median = Median wie notiert, über { $posts }.
made-typed-rate = Rate wie notiert; { $base }.
made-typed-rate-posts = Rate wie notiert, über { $posts }; { $base }.
made-floor = Als „mehr als“ notiert; die wahre Zahl ist größer.
made-sum = Summe der neuesten Stände auf { $platforms } Plattformen; eine Person kann an mehreren Orten folgen.
days-counted = { $days } von { $all }{ "\u00A0" }Tagen
made-flow-sum = Summe im Zeitraum: { $window }.
made-day-mean = Mittel der einzelnen Tage im Zeitraum: { $window }; dieselbe Person kann an mehreren Tagen dabei sein, daher werden Tage nie addiert.
made-day-peak = Der beste einzelne Tag im Zeitraum: { $window }.
made-median = Median über { $posts }, veröffentlicht im Zeitraum { $window }.
made-median-latest = Median über die neuesten { $posts }, veröffentlicht im Zeitraum { $window }.
made-lower-quarter = Ein Viertel von { $posts } bleibt darunter oder erreicht genau diesen Wert; veröffentlicht im Zeitraum { $window }.
made-upper-quarter = Ein Viertel von { $posts } erreicht oder übertrifft diesen Wert; veröffentlicht im Zeitraum { $window }.
made-engagement-reach = Likes, Kommentare, geteilte und gespeicherte Beiträge geteilt durch die Reichweite, Beitrag für Beitrag; dann der Median über { $posts }, veröffentlicht im Zeitraum { $window }.
made-engagement-views = Likes, Kommentare, geteilte und gespeicherte Beiträge geteilt durch die Aufrufe, Beitrag für Beitrag; dann der Median über { $posts }, veröffentlicht im Zeitraum { $window }.
made-engagement-followers = Likes, Kommentare, geteilte und gespeicherte Beiträge geteilt durch die Follower bei Veröffentlichung, Beitrag für Beitrag; dann der Median über { $posts }, veröffentlicht im Zeitraum { $window }.
made-growth = Veränderung vom ersten zum letzten Stand, { $between }.
made-post = Stand eines Beitrags, wie von der Plattform angezeigt.
source-hand = von Hand

## Method: one sentence for each way that occurs

method-no-numbers = Dieses Mediakit nennt noch keine Zahlen. Sobald es welche gibt, steht bei jeder, von wann sie ist, was sie zählt und woher sie kommt.
method-dates = Jede Zahl trägt ihr eigenes Datum. Das Datum auf der ersten Seite ist das älteste der dortigen Zahlen.
method-sources = Die Zahlen sind nachvollziehbar, datiert und mit Quelle versehen: Sie stammen aus den Exporten der Plattformen oder wurden von Hand notiert, wie die Plattformen sie anzeigen.
method-typed = Mit „{ $source }“ gekennzeichnete Zahlen wurden von Hand notiert.
method-sum = Follower mehrerer Plattformen werden als Follower addiert, nicht als Personen: Eine Person kann an mehreren Orten folgen. Reichweite und Zuschauer werden nie addiert.
method-window =
    { $count ->
        [one] Ein Zeitraum ist ein Tag und endet am Tag des neuesten Beitrags des Kontos, nie heute.
       *[other] Ein Zeitraum sind { $number }{ "\u00A0" }Tage und endet am Tag des neuesten Beitrags des Kontos, nie heute.
    }
method-median = Der Median ist der mittlere Wert: Die Hälfte der Beiträge hat mindestens so viel erreicht. Er gilt für Beiträge eines Formats auf einer Plattform; ihre Anzahl steht daneben.
method-middle = Die mittlere Hälfte reicht vom 25. bis zum 75. Perzentil derselben Beiträge, berechnet wie QUARTILE.INC in einer Tabellenkalkulation.
method-latest = Liegen in einem Zeitraum weniger als zehn Beiträge, zählen stattdessen die neuesten: so viele es gibt, höchstens dreißig.
method-few = Bei weniger als fünf Beiträgen wird keine Rate genannt.
method-engagement-reach = Engagement nach Reichweite: Likes, Kommentare, geteilte und gespeicherte Beiträge, geteilt durch die Zahl der verschiedenen erreichten Personen; dann der Median über die Beiträge.
method-engagement-views = Engagement nach Aufrufen: Likes, Kommentare, geteilte und gespeicherte Beiträge, geteilt durch die Aufrufe; dann der Median über die Beiträge.
method-engagement-followers = Engagement nach Followern: Likes, Kommentare, geteilte und gespeicherte Beiträge, geteilt durch die Follower am Tag der Veröffentlichung; dann der Median über die Beiträge.
method-engagement-apart = Raten mit verschiedener Basis oder von verschiedenen Plattformen werden nie gemittelt: Für Engagement gibt es keinen gemeinsamen Standard.
method-engagement-typed = Einige Raten wurden so notiert, wie sie der Plattform oder der Person hinter diesem Kit vorlagen: { $accounts }. Wie sie das Engagement zählen, ist über die danebenstehende Basis hinaus nicht bekannt.
method-engagement-unknown = „Basis nicht angegeben“ heißt: Die Rate ist bekannt, aber nicht, wodurch geteilt wurde.
method-followers-at-publishing = Follower bei Veröffentlichung sind der nächste frühere Stand, höchstens 31{ "\u00A0" }Tage älter als der Beitrag; ohne einen solchen hat der Beitrag keine Rate nach Followern.
method-young = Beiträge, die am Ende eines Zeitraums jünger als sieben Tage sind, bleiben außen vor, weil sie noch gesehen werden.
method-paid = Beworbene Beiträge, Gewinnspiele und gesponserte Beiträge bleiben aus diesen Zahlen heraus und werden daneben gezählt.
method-growth = Wachstum vergleicht zwei Stände und nennt beide Tage; auf 30{ "\u00A0" }Tage wird es mit Zinseszins umgerechnet.
method-shares = Anteile am Publikum sind Anteile an: { $basis }, wie von den Plattformen angegeben. Was zu hundert fehlt, steht als eigener Teil da.
method-margins = Getrennt bekannte Angaben zu Alter und Geschlecht werden nie miteinander multipliziert.
method-floor = „Über“ heißt: Die wahre Zahl ist größer. Solche Zahlen gehen in keine Summe und keine Rate ein.
method-rounding = Kurzformen werden abgeschnitten, nie aufgerundet: Aus 1.999.999 werden 1,9 Mio. Ein Verlust wird nie kleiner gemacht, als er ist.
method-unknown = Was nicht angegeben wurde, ist unbekannt und wird nie als null dargestellt.
method-results = Ergebnisse einer Kampagne werden am eigenen üblichen Wert gemessen, wo er bekannt ist.

## Posts that were left out, account by account

left-out-boosted =
    { $count ->
        [one] Ein beworbener Beitrag blieb außen vor.
       *[other] { $number }{ "\u00A0" }beworbene Beiträge blieben außen vor.
    }
left-out-giveaway =
    { $count ->
        [one] Ein Gewinnspiel blieb außen vor.
       *[other] { $number }{ "\u00A0" }Gewinnspiele blieben außen vor.
    }
left-out-sponsored =
    { $count ->
        [one] Ein gesponserter Beitrag blieb außen vor.
       *[other] { $number }{ "\u00A0" }gesponserte Beiträge blieben außen vor.
    }
left-out-young =
    { $count ->
        [one] Ein Beitrag, jünger als sieben Tage, blieb außen vor.
       *[other] { $number }{ "\u00A0" }Beiträge, jünger als sieben Tage, blieben außen vor.
    }
left-out-no-followers =
    { $count ->
        [one] Ein Beitrag hat keinen Follower-Stand nahe seinem Tag und fehlt in der Rate nach Followern.
       *[other] { $number }{ "\u00A0" }Beiträge haben keinen Follower-Stand nahe ihrem Tag und fehlen in der Rate nach Followern.
    }
left-out-no-base =
    { $count ->
        [one] Zu einem Beitrag fehlt die Angabe „{ $base }“; er geht nicht in diese Rate ein.
       *[other] Zu { $number }{ "\u00A0" }Beiträgen fehlt die Angabe „{ $base }“; sie gehen nicht in diese Rate ein.
    }
note-latest = { $formats }: weniger als zehn Beiträge im Zeitraum { $window }, daher zählen die neuesten { $posts }.
note-of = { $account }: { $note }

## Small print

photo-credits = Fotos
photo-credit = { $credit }, { $licence }
numbers-as-data = Die Zahlen als Daten
kit-as-text = Dieses Mediakit als reiner Text
kit-as-row = Die wichtigsten Zahlen als Tabellenzeile
edition = Ausgabe { $id }
download = Herunterladen
versions = In anderen Sprachen
facts = Fakten
links = Links

## What is said to the brand for which alone a kit was made

edition-for = Erstellt für { $brand }
edition-for-on = Erstellt für { $brand } am { $date }
edition-until = Diese Angaben gelten bis { $date }.
edition-over = Diese Angaben galten bis { $date }. Bitte fragen Sie nach einer neuen Fassung.
edition-only = Nur für { $brand } bestimmt. Bitte nicht weitergeben.

## The page that is not there

not-found-title = Seite nicht gefunden
not-found-heading = Diese Seite *gibt es hier nicht*
not-found-text = Die Adresse ist vielleicht alt oder vertippt.
not-found-link = Zum Mediakit

## The page that a passphrase opens

sealed-intro = Ein vertrauliches Mediakit, eigens für Sie zusammengestellt.
sealed-how = Zum Öffnen bitte die Passphrase eingeben, die mit dem Link kam.
sealed-passphrase = Passphrase
sealed-hint = Groß- und Kleinschreibung, Leerzeichen und Bindestriche spielen keine Rolle.
sealed-show = Anzeigen
sealed-hide = Verbergen
sealed-open = Öffnen
sealed-opening = Wird geöffnet. Das kann einige Sekunden dauern.
sealed-failed = Das ließ sich nicht öffnen. Bitte die Passphrase noch einmal prüfen oder { $name } erneut um Link und Passphrase bitten.
sealed-insecure = Browser öffnen diese Seite nur unter einer Adresse, die mit https beginnt. Bitte die Adresse prüfen oder { $name } um den Link bitten.
sealed-script = Zum Öffnen ist ein aktueller Browser mit eingeschaltetem JavaScript nötig.
sealed-here = Geöffnet wird auf diesem Gerät. Nichts von dem, was hier eingegeben wird, wird gesendet.

people = Personen
part-of-accounts = { $value }, { $accounts } Konten
parts-rest =
    { $count ->
        [2] Zwei weitere
        [3] Drei weitere
        [4] Vier weitere
        [5] Fünf weitere
        [6] Sechs weitere
        [7] Sieben weitere
        [8] Acht weitere
        [9] Neun weitere
       *[other] { $number }{ "\u00A0" }weitere
    }

column-service = Leistung
column-includes = Enthält
column-time = Vorlauf
column-unit = Einheit
column-price = Preis
logarithmic = logarithmische Skala
