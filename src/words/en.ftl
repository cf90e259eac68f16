# The words of pages in English: plain, warm, British-neutral, in sentence case.
#
# For whoever writes this file in another language:
#
# - `$count` is a number and chooses between forms; it is never printed. Every other argument is
#   a text, already written in the kit's language: `$number` is `$count` as printed.
# - `.inner` is the form inside a sentence, where it differs from the form that stands alone.
# - A heading may hold one `*…*`: the half that themes set apart.
# - `{ "\u00A0" }` is a no-break space, between things that must not part at the end of a line.
# - Nothing here may say more than the numbers do: traceable, dated, sourced; never "verified".

## Sections: the plain heading, used when no finding and no words of the kit take its place.
## `.pop` and `.studio` are how these two themes say it: spoken and short, and sober. `$places` is
## how many accounts there are, in words; `$count` is their number too, but how many are quoted for
## the press.

section-platforms = Where *they follow*
    .pop =
        { $count ->
            [one] One place *to find me*
           *[other] { $places } places *to find me*
        }
section-posts = Watched *most*
    .pop = Most *played*
section-audience = The *audience*
    .pop = The *crowd*
section-story = The *story*
section-milestones = So *far*
    .pop = So far, *so good*
section-gallery = In *pictures*
section-work = Selected *work*
    .pop = Good things *we made*
    .studio = Campaigns and *results*
section-rates = The *menu*
    .pop = Pick *your ticket*
    .studio = Services and *rates*
section-process = How it *goes*
    .pop = How *we play*
    .studio = From enquiry *to report*
section-press = In *print*
    .pop =
        { $count ->
            [0] They *wrote*
           *[other] They *said*
        }
section-contact = Shall we *talk?*
    .pop = Come *along?*
section-method = Method and *sources*
    .pop = Small *print*

## Sections in a list of links

nav-platforms = Platforms
nav-posts = Best posts
nav-audience = Audience
nav-story = Story
nav-milestones = Milestones
nav-gallery = Photos
nav-work = Work
nav-rates = Rates
nav-process = Process
nav-press = Press
nav-contact = Contact
nav-method = Method

## Headings that take the place of a plain one

# One account only.
section-one-platform = On *{ $platform }*
    .pop = Find me *on { $platform }*
# One case only.
section-one-case = One job, *told whole*
    .pop = One good thing *we made*
    .studio = One campaign *and its results*
# No case, only names of brands.
section-worked-with = Worked *with*
    .pop = Good *company*
# No prices are shown.
section-services = What I *offer*
section-services-several = What we *offer*
# Press that nobody is quoted from is "In print" all the same; testimonials alone are not.
section-testimonials = In *their words*
    .pop = They *said*
# Terms without steps.
section-terms = The *terms*
    .pop = House *rules*

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
    .inner = the newsletter
platform-spotify = Spotify
platform-apple_podcasts = Apple Podcasts
platform-podcast = Podcast
    .inner = the podcast
platform-website = Website
    .inner = the website
platform-kwai = Kwai
platform-soundcloud = SoundCloud
platform-beatport = Beatport
platform-vimeo = Vimeo

## Formats of posts: one

format-reel = Reel
format-story = Story
format-post = Post
    .inner = post
format-carousel = Carousel
    .inner = carousel
format-short = Short
format-video = Video
    .inner = video
format-live = Live stream
    .inner = live stream
format-episode = Episode
    .inner = episode
format-issue = Issue
    .inner = issue

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
        [one] Post
       *[other] Posts
    }
    .inner =
    { $count ->
        [one] post
       *[other] posts
    }
formats-carousel =
    { $count ->
        [one] Carousel
       *[other] Carousels
    }
    .inner =
    { $count ->
        [one] carousel
       *[other] carousels
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
        [one] Live stream
       *[other] Live streams
    }
    .inner =
    { $count ->
        [one] live stream
       *[other] live streams
    }
formats-episode =
    { $count ->
        [one] Episode
       *[other] Episodes
    }
    .inner =
    { $count ->
        [one] episode
       *[other] episodes
    }
formats-issue =
    { $count ->
        [one] Issue
       *[other] Issues
    }
    .inner =
    { $count ->
        [one] issue
       *[other] issues
    }

# "Instagram Reels", "TikTok videos": `$formats` is the form inside a sentence.
platform-formats = { $platform } { $formats }
# "13 issues"
counted = { $number }{ "\u00A0" }{ $formats }

## Metrics, as labels

metric-followers = Followers
    .inner = followers
metric-followers-youtube = Subscribers
    .inner = subscribers
metric-followers-newsletter = Subscribers
    .inner = subscribers
metric-followers-substack = Subscribers
    .inner = subscribers
metric-followers-beehiiv = Subscribers
    .inner = subscribers
metric-followers-kit = Subscribers
    .inner = subscribers
metric-followers-telegram = Subscribers
    .inner = subscribers
metric-followers-discord = Members
    .inner = members
metric-followers-reddit = Members
    .inner = members
metric-followers-patreon = Members
    .inner = members
metric-followers_gained = Followers gained
    .inner = followers gained
metric-followers_gained-youtube = Subscribers gained
    .inner = subscribers gained
metric-followers_gained-newsletter = Subscribers gained
    .inner = subscribers gained
metric-followers_lost = Followers lost
    .inner = followers lost
metric-followers_lost-youtube = Subscribers lost
    .inner = subscribers lost
metric-followers_lost-newsletter = Subscribers lost
    .inner = subscribers lost
metric-followers_net = Net new followers
    .inner = net new followers
metric-followers_net-youtube = Net new subscribers
    .inner = net new subscribers
metric-followers_net-newsletter = Net new subscribers
    .inner = net new subscribers
metric-paid_subscribers = Paying subscribers
    .inner = paying subscribers
metric-posts_total = Posts in all
    .inner = posts in all
metric-posts_published = Posts published
    .inner = posts published
metric-views = Views
    .inner = views
metric-engaged_views = Engaged views
    .inner = engaged views
metric-video_views = Video views
    .inner = video views
metric-impressions = Impressions
    .inner = impressions
metric-reach = Reach
    .inner = reach
metric-viewers = Viewers
    .inner = viewers
metric-viewers_new = New viewers
    .inner = new viewers
metric-viewers_returning = Returning viewers
    .inner = returning viewers
metric-users = Visitors
    .inner = visitors
metric-sessions = Visits
    .inner = visits
metric-profile_visits = Profile visits
    .inner = profile visits
metric-link_clicks = Link clicks
    .inner = link clicks
metric-interactions = Interactions
    .inner = interactions
metric-likes = Likes
    .inner = likes
metric-comments = Comments
    .inner = comments
metric-shares = Shares
    .inner = shares
metric-saves = Saves
    .inner = saves
metric-reposts = Reposts
    .inner = reposts
metric-accounts_engaged = Accounts that interacted
    .inner = accounts that interacted
metric-watch_hours = Hours watched
    .inner = hours watched
metric-avg_view_duration = Average view duration
    .inner = average view duration
metric-avg_view_percentage = Average percentage viewed
    .inner = average percentage viewed
metric-ctr = Click-through rate
    .inner = click-through rate
metric-engagement_rate = Engagement
    .inner = engagement
metric-open_rate = Open rate
    .inner = open rate
metric-click_rate = Click rate
    .inner = click rate
metric-live_views = Live views
    .inner = live views
metric-avg_viewers = Average viewers
    .inner = average viewers
metric-peak_viewers = Peak viewers
    .inner = peak viewers
metric-stream_minutes = Minutes streamed
    .inner = minutes streamed
metric-downloads = Downloads
    .inner = downloads
metric-listeners = Listeners
    .inner = listeners
metric-streams = Streams
    .inner = streams
metric-duration = Length
    .inner = length
metric-followers_share = Share of followers
    .inner = share of followers
metric-followers_share-youtube = Share of subscribers
    .inner = share of subscribers
metric-followers_share-newsletter = Share of subscribers
    .inner = share of subscribers
metric-viewers_share = Share of viewers
    .inner = share of viewers
metric-views_share = Share of views
    .inner = share of views
metric-reach_share = Share of people reached
    .inner = share of people reached

# A place in a list of the creator's choosing: `$name` is what it is a place in.
metric-rank = Rank, { $name }

## Engagement and its base

engagement-by-reach = Engagement by reach
    .inner = engagement by reach
engagement-by-followers = Engagement by followers
    .inner = engagement by followers
engagement-by-views = Engagement by views
    .inner = engagement by views
engagement-base-unknown = Engagement, base not stated
    .inner = engagement, base not stated

base-reach = by reach
base-followers = by followers
base-views = by views
base-unknown = base not stated
base-not-stated = { base-unknown }

# What shares are parts of, after "of".
basis-followers = followers
basis-viewers = viewers
basis-views = views
basis-reach = people reached
# Parts of what posts of one format get: "Reel views".
basis-of-format = { $format } { $basis }

## Labels of figures: `$metric` and `$formats` are forms inside a sentence

label-followers-total = Followers on { $platforms } platforms
label-followers = Followers on { $platform }
label-followers-youtube = Subscribers on { $platform }
label-followers-newsletter = Subscribers to { $platform }
label-median = Median { $metric }, { $formats }, { $posts }
label-median-alone = Median { $metric }
label-mean = Average { $metric }, { $formats }, { $posts }
label-mean-alone = Average { $metric }
label-lower-quarter = { $metric }, lower end of the middle half
label-upper-quarter = { $metric }, upper end of the middle half
label-engagement = { $engagement }, { $formats }
label-on = { $metric } on { $platform }
# One thing more behind a label: "Engagement by reach, Reels".
label-more = { $label }, { $more }
# "Reach on Instagram, mean of 26 days, 28 days to 31 Oct 2026"
day-mean =
    { $count ->
        [one] one day
       *[other] mean of { $number }{ "\u00A0" }days
    }
day-peak = best day

posts-count =
    { $count ->
        [one] { $number }{ "\u00A0" }post
       *[other] { $number }{ "\u00A0" }posts
    }

# Small numbers in words; others as printed.
spelled =
    { $count ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
        [12] twelve
       *[other] { $number }
    }

## Dates and windows

as-of = As of { $date }
media-kit = Media kit
media-kit-dated = Media kit, { $month }
media-kit-of = { $name }: media kit
# The page of one campaign: `$title` is its own.
page-of = { $title }: { $name }
# Names the list of links to sections.
sections = Sections
span = { $from } to { $to }
# `$from` has no year here: it is the year of `$to`.
span-same-year = { $from } to { $to }
# "28 days to 31 Oct 2026"
window-days-to =
    { $count ->
        [one] { $date }
       *[other] { $number }{ "\u00A0" }days to { $date }
    }
window-lifetime = All time, to { $date }

## What may stand in place of a number

over = over
# For reading aloud and for running text; themes set the word apart.
over-value = over{ "\u00A0" }{ $value }
not-reported = not reported
unknown = unknown
not-tracked = not tracked
on-request = on request
# The middle half of several posts.
middle-half = Middle half
# Above and below a chart of all posts of one format, whose `$formats` is the form inside a sentence.
finding-typical = Half of all { $formats } get at least { $value } views.
each-dot = Each dot is a post. Grey: the middle half, { $middle }.
most-of-all = best { $value }
middle-text = { $low } to { $high }

## The first screen

skip-to-numbers = Skip to the numbers
skip-to-text = Skip to the text
nav-label = Sections
# The same on the page of one campaign.
how-we-count = How this is counted
pdf = PDF
pdf-one-page = One-page PDF
based-in = Based in
country = Country
languages = Languages
people = People
about = About
pillars = What it is about
pronouns = Pronouns
# How to say a name.
pronunciation = Say { $pronunciation }

## Ways to write

write-to = Write to { $name }
way-email = E-mail
way-phone = Phone
way-whatsapp = WhatsApp
way-dm = Message
way-booking = Book a call
reply-within = Answers within { $time }
management = Management
regions = For enquiries from
guardian = Parent or guardian
# In place of the creator's own contact when the creator is a minor.
guardian-note = { $name } is under age. Please write to { $guardian }, who looks after all enquiries.
# For brands: what to expect, true in general and no advice on the law of any one country.
minor-title = Working with a minor
minor-note = { $guardian } agrees to every project and signs for { $name }. In many countries the law limits how long a child may work, asks for a permit, or sets part of the earnings aside for the child: please allow time for this before dates are fixed. Briefs, messages and approvals go through { $guardian } alone; school, home and daily life stay private.
answer = Answer
to-keep = To keep
save-contact = Save this contact

## The enquiry that a click on an address begins

# The subject of a mail, and the first line of a message.
enquiry-subject = Enquiry for { $name }
# The same where it is known from whom it comes.
enquiry-subject-from = Enquiry for { $name } from { $brand }
# What the brand fills in behind each, one a line.
enquiry-brand = Brand:
enquiry-product = Product or service:
enquiry-goal = Goal:
enquiry-dates = Dates:
enquiry-wanted = Channels and services wanted:
enquiry-budget = Budget:
enquiry-usage = Usage rights:
enquiry-kit = Media kit: { $url }

## Accounts

also-on = Also on
growth-between = between { $from } and { $to }
# `$from` has no year here: it is the year of `$to`.
growth-between-same-year = between { $from } and { $to }
growth-monthly = { $growth } in 30{ "\u00A0" }days

# A part of a sum of followers: a platform with several accounts, and platforms too small to be
# named apart. `$accounts` is a small number in words.
part-of-accounts = { $value }, { $accounts } accounts
parts-rest =
    { $count ->
        [2] Two more
        [3] Three more
        [4] Four more
        [5] Five more
        [6] Six more
        [7] Seven more
        [8] Eight more
        [9] Nine more
       *[other] { $number }{ "\u00A0" }more
    }

## Best posts

usual = A usual { $format } has { $value } { $metric }
usual-value = usually { $value }
times-usual = { $times } times the usual
# Below a large "3.2×"; what was counted stands under it.
the-usual = the usual
read = Read

## Who follows

audience-followers = Followers on { $platform }
audience-viewers = Viewers on { $platform }
audience-views = Views on { $platform }
audience-reach = People reached on { $platform }
interests = They care about

gender-female = Women
    .inner = women
gender-male = Men
    .inner = men
gender-other = Another gender, or not said
    .inner = another gender, or not said
# A side of a chart with its total: "Women 58%".
gender-total = { $gender } { $share }

# In a chart.
age-band-short = { $from }–{ $to }
age-open-short = { $from }+
age-band = { $from }{ "\u00A0" }to{ "\u00A0" }{ $to }
age-open = { $from } and{ "\u00A0" }over

rest = Everyone else
rest-views = Everything else
rest-countries = Everywhere else
country-unknown = Country not known
gave-no-gender = { $share } gave no or another gender
# What is missing to a hundred among ages: of all ages, and where some ages may be missing.
gave-no-age-label = Age not given
other-ages = Another age, or not given

segment-follow = Followers and others
segment-follow-yes = Followers
segment-follow-no = Not following yet
segment-source = Where views come from
segment-source-for_you = The For You page
segment-source-following = The Following feed
segment-source-search = Search
segment-source-profile = The profile
segment-source-hashtag = Hashtags
segment-source-sound = Sounds
segment-source-other = Elsewhere
segment-device = Devices
segment-device-mobile = Phone
segment-device-desktop = Computer
segment-device-tablet = Tablet
segment-device-tv = Television
segment-role = What they do
segment-language = Languages
segment-also = They also follow

## Titles of charts: what is measured, and in which unit

title-history = Followers on { $platform }, by month
title-history-youtube = Subscribers on { $platform }, by month
title-history-newsletter = Subscribers to { $platform }, by month
title-age-gender = Age and gender, % of { $basis } on { $platform }
title-ages = Ages, % of { $basis } on { $platform }
title-genders = Gender, % of { $basis } on { $platform }
title-countries = Countries, % of { $basis } on { $platform }
title-cities = Cities, % of { $basis } on { $platform }
title-segment = { $set }, % of { $basis } on { $platform }

## Findings: written only when the data says so
#
# `$share` is one of the `share-…` below, and `$count` how many people it speaks of: 1 for
# "one in four", 4 for "four in ten", 2 for a half or a percentage. `$gender` is a word of the
# format, `female`, `male` or `other`.

# A fraction is said in words only when the exact share has reached it and is less than three
# points above it; else the percentage stands, cut to a whole number. So words never flatter.
share-one-in-ten = One in ten
share-two-in-ten = Two in ten
share-one-in-four = One in four
share-three-in-ten = Three in ten
share-one-in-three = One in three
share-four-in-ten = Four in ten
share-half = Half
    .of = Half of all
share-six-in-ten = Six in ten
share-two-in-three = Two in three
share-seven-in-ten = Seven in ten
share-three-in-four = Three in four
share-eight-in-ten = Eight in ten
share-nine-in-ten = Nine in ten
share-percent = { $percent }
    .of = { $percent } of all

finding-largest-group =
    { $gender ->
        [female]
            { $count ->
                [one] { $share } is a woman *aged { $band }.*
               *[other] { $share } are women *aged { $band }.*
            }
        [male]
            { $count ->
                [one] { $share } is a man *aged { $band }.*
               *[other] { $share } are men *aged { $band }.*
            }
       *[other]
            { $count ->
                [one] { $share } is *aged { $band }.*
               *[other] { $share } are *aged { $band }.*
            }
    }
finding-age =
    { $count ->
        [one] { $share } is { $band }.
       *[other] { $share } are { $band }.
    }
finding-gender =
    { $gender ->
        [female]
            { $count ->
                [one] { $share } is a woman.
               *[other] { $share } are women.
            }
        [male]
            { $count ->
                [one] { $share } is a man.
               *[other] { $share } are men.
            }
       *[other]
            { $count ->
                [one] { $share } gave another gender, or none.
               *[other] { $share } gave another gender, or none.
            }
    }
finding-country =
    { $count ->
        [one] { $share } lives in { $country }.
       *[other] { $share } live in { $country }.
    }
# The largest shares of an account's audience in one sentence: `$parts` is a list of the others.
summary = { $parts }.
summary-group =
    { $gender ->
        [female] { $share } are women of { $band }
        [male] { $share } are men of { $band }
       *[other] { $share } are { $band }
    }
summary-age = { $share } are { $band }
summary-gender =
    { $gender ->
        [female] { $share } are women
        [male] { $share } are men
       *[other] { $share } gave another gender, or none
    }
summary-country = { $share } live in { $country }
# Two findings in one heading; neither may hold a `*…*` of its own.
finding-two = { $first } *{ $second }*
# `$share` is the `.of` form in these two.
finding-non-followers =
    { $count ->
        [one] { $share } views comes from people who do not follow yet.
       *[other] { $share } views come from people who do not follow yet.
    }
finding-non-followers-formats =
    { $count ->
        [one] { $share } { $format } views comes from people who do not follow yet.
       *[other] { $share } { $format } views come from people who do not follow yet.
    }

# `$platform` is the form inside a sentence here, or several of them as a list.
finding-growth-doubled = Doubled since { $month }: { $platform }.
finding-growth-tripled = Tripled since { $month }: { $platform }.
finding-growth-half = Grown by half since { $month }: { $platform }.
finding-growth = Growth since { $month }: { $platform }, { $growth }.
finding-fastest = Growing fastest: { $platform }, { $growth } since { $month }.

## Past campaigns

also-with = Also *with*
came-back = came back
came-back-note = Names set apart came back.
relationship-paid = Paid partnership
relationship-gifted = Gifted product
relationship-affiliate = Affiliate
relationship-own = Own brand
anonymous-brand = { $sector } brand, { $year }
anonymous-brand-sector = { $sector } brand
anonymous-brand-year = A brand, { $year }
anonymous-brand-alone = A brand
goal = Brief
made = Made
result = Result
results = Results
target = Hoped for
target-value = hoped for { $value }
measured-after =
    { $count ->
        [one] after one day
       *[other] after { $number }{ "\u00A0" }days
    }
disclosure = How it was marked
quote-by = { $person }, { $role }
quote-by-of = { $person }, { $role }, { $company }
whole-story = The whole story
back-to-kit = Back to the media kit

## Milestones

next = Next
earlier = Earlier

## Services and prices

from = from
to = to
of = of { $what }
at-least = at least { $minimum }
per-post = per post
per-hour = an hour
per-day = a day
per-week = a week
per-month = a month
per-year = a year
per-event = per event
per-episode = per episode
per-issue = per issue
add-ons = On the *side*
    .pop = Stick something *on*
prices-in = Prices in { $currency }
valid-until = Valid until { $date }
    .inner = valid until { $date }
prices-in-valid-until = Prices in { $currency }, valid until { $date }
turnaround-days =
    { $count ->
        [1] One day
        [7] One week
        [14] Two weeks
        [21] Three weeks
        [28] Four weeks
        [35] Five weeks
        [42] Six weeks
        [49] Seven weeks
        [56] Eight weeks
       *[other] { $number }{ "\u00A0" }days
    }
example = See one
rates-on-request = Rates on request.
rates-on-request-reply = Rates on request, with an answer within { $time }.

## Steps and terms

week = Week
terms-usage = Usage
terms-exclusivity = Exclusivity
terms-payment = Payment
terms-revisions = Revisions
terms-revisions-count =
    { $count ->
        [0] none
        [one] one round
       *[other] { $rounds } rounds
    }
terms-disclosure = Disclosure
terms-good-for = Good for
terms-not-for = Not for

## Press

# Between two things, and at the end of a sentence, where a theme sets them apart.
comma = ,
full-stop = .
# Quotation marks, for plain text.
quoted = “{ $text }”
testimonials = What partners say

## Tables: captions and heads of columns

caption-platforms = Accounts and their numbers
caption-history = Followers by month
caption-rates = Services and prices
caption-audience = Its numbers
caption-numbers = Every number, with how it was counted

column-platform = Platform
column-account = Account
column-followers = Followers
column-growth = Growth
column-history = By month
column-median-views = Median views
column-views = Views
column-engagement = Engagement
column-counts = What it counts
column-value = Value
column-window = Counted over
column-posts = Posts
column-date = Date
column-source = Source
column-age = Age
column-service = Service
column-includes = Includes
column-time = Lead time
column-unit = Unit
column-price = Price
# On an axis where equal steps are equal multiples.
logarithmic = logarithmic scale

## How one number was made: the sentence beside it

made-typed = Written down by hand, as the platform showed it.
made-export = Taken from the platform's own export.
made-typed-average = Average as written down, over { $posts }.
made-typed-median = Median as written down, over { $posts }.
made-typed-rate = Rate as written down; { $base }.
made-typed-rate-posts = Rate as written down, over { $posts }; { $base }.
made-floor = Written down as “more than”; the true number is larger.
made-sum = Sum of the newest counts on { $platforms } platforms; one person may follow in several places.
# Behind a sum over days of which some are missing.
days-counted = { $days } of { $all }{ "\u00A0" }days
made-flow-sum = Sum over { $window }.
# `$window` is "28 days to 31 Oct 2026".
made-day-mean = Mean of the single days in { $window }; the same person may be there on several, so days are never added.
made-day-peak = The best single day in { $window }.
made-median = Median of { $posts }, published { $window }.
made-median-latest = Median of the latest { $posts }, published { $window }.
made-lower-quarter = A quarter of { $posts } stay at or below it; published { $window }.
made-upper-quarter = A quarter of { $posts } reach or pass it; published { $window }.
made-engagement-reach = Likes, comments, shares and saves divided by reach, post by post; then the median of { $posts }, published { $window }.
made-engagement-views = Likes, comments, shares and saves divided by views, post by post; then the median of { $posts }, published { $window }.
made-engagement-followers = Likes, comments, shares and saves divided by the followers at publishing, post by post; then the median of { $posts }, published { $window }.
made-growth = Change from the first count to the last, { $between }.
made-post = Count of one post, as the platform showed it.

# In place of the source `hand`.
source-hand = hand

## Method: one sentence for each way that occurs

# In place of all others.
method-no-numbers = This kit gives no numbers yet. When it does, each will carry its date, what it counts and where it came from.
method-dates = Every number carries its own date. The date on the first screen is the oldest among the numbers there.
method-sources = Numbers are traceable, dated and sourced: they come from the platforms' own exports, or were written down by hand from what the platforms show.
method-typed = Numbers marked “{ $source }” were written down by hand.
method-sum = Followers on several platforms are added up as followers, not as people: one person may follow in several places. Reach and viewers are never added.
method-window =
    { $count ->
        [one] A window is one day and ends on the day of the account's newest post, never on today.
       *[other] A window is { $number }{ "\u00A0" }days and ends on the day of the account's newest post, never on today.
    }
method-median = A median is the middle value: half of the posts got at least as much. It is taken over posts of one format on one platform, and the number of posts stands beside it.
method-middle = The middle half runs from the 25th to the 75th percentile of the same posts, counted as QUARTILE.INC does in a spreadsheet.
method-latest = Where a window holds fewer than ten posts, the latest ones count instead: as many as there are, up to thirty.
method-few = With fewer than five posts no rate is given.
method-engagement-reach = Engagement by reach is likes, comments, shares and saves of a post divided by the different people it reached; then the median over the posts.
method-engagement-views = Engagement by views is likes, comments, shares and saves of a post divided by its views; then the median over the posts.
method-engagement-followers = Engagement by followers is likes, comments, shares and saves of a post divided by the followers on the day it was published; then the median over the posts.
method-engagement-apart = Rates with different bases, or of different platforms, are never averaged: engagement has no common standard.
method-engagement-typed = Some rates were written down as a platform or the creator had them: { $accounts }. How these count engagement is not known here beyond the base that stands beside them.
method-engagement-unknown = “Base not stated” means that the creator has the rate, but not what it is divided by.
method-followers-at-publishing = Followers at publishing are the nearest earlier count, at most 31{ "\u00A0" }days older than the post; without one, the post has no rate by followers.
method-young = Posts younger than seven days at the end of a window are left out, because they are still being seen.
method-paid = Boosted posts, giveaways and sponsored posts are left out of these figures and counted beside them.
method-growth = Growth compares two counts and names both dates; per 30{ "\u00A0" }days, it is compounded.
method-shares = Shares of an audience are shares of { $basis }, as the platforms report them. What is missing to a hundred is shown as a part of its own.
method-margins = Ages and genders that are known apart are never multiplied into one.
method-floor = “Over” means that the true number is larger. Such numbers are in no sum and in no rate.
method-rounding = Short forms are cut, never rounded up: 99,999 is 99.9K. A loss is never made to look smaller.
method-unknown = What was not reported is unknown, and is never drawn as zero.
method-results = Results of a campaign are measured against the creator's own usual, where it is known.

## Posts that were left out, account by account

left-out-boosted =
    { $count ->
        [one] One boosted post was left out.
       *[other] { $number }{ "\u00A0" }boosted posts were left out.
    }
left-out-giveaway =
    { $count ->
        [one] One giveaway was left out.
       *[other] { $number }{ "\u00A0" }giveaways were left out.
    }
left-out-sponsored =
    { $count ->
        [one] One sponsored post was left out.
       *[other] { $number }{ "\u00A0" }sponsored posts were left out.
    }
left-out-young =
    { $count ->
        [one] One post younger than seven days was left out.
       *[other] { $number }{ "\u00A0" }posts younger than seven days were left out.
    }
left-out-no-followers =
    { $count ->
        [one] One post has no follower count near its day and is not in the rate by followers.
       *[other] { $number }{ "\u00A0" }posts have no follower count near their day and are not in the rate by followers.
    }
left-out-no-base =
    { $count ->
        [one] One post says nothing of its { $base } and is not in that rate.
       *[other] { $number }{ "\u00A0" }posts say nothing of their { $base } and are not in that rate.
    }
note-latest = { $formats }: fewer than ten posts in { $window }, so the latest { $posts } count.
# A note that belongs to one account: "Instagram: two boosted posts were left out."
note-of = { $account }: { $note }

## Small print

photo-credits = Photographs
photo-credit = { $credit }, { $licence }
numbers-as-data = The numbers as data
kit-as-text = This kit as plain text
# A file with one row, for a spreadsheet.
kit-as-row = The main numbers as a row for a sheet
# Which state of the kit this is: `$id` is twelve letters and digits, the same in every file.
edition = Edition { $id }
download = Download
versions = In other languages
facts = Facts
links = Links

## What is said to the brand for which alone a kit was made

edition-for = Prepared for { $brand }
edition-for-on = Prepared for { $brand } on { $date }
edition-until = What is said here holds until { $date }.
edition-over = What is said here held until { $date }. Please ask for a new edition.
edition-only = For { $brand } only. Please do not pass it on.

## The page that is not there

not-found-title = Page not found
not-found-heading = This page *is not here*
not-found-text = The address may be old, or mistyped.
not-found-link = Go to the media kit

## The page that a passphrase opens, made for one brand. `$name` is the creator's.

sealed-intro = This is a private media kit, made for you.
sealed-how = To open it, type the passphrase that came with the link.
sealed-passphrase = Passphrase
sealed-hint = Capitals, spaces and dashes make no difference.
# Whether the passphrase is seen while it is typed.
sealed-show = Show
sealed-hide = Hide
sealed-open = Open
sealed-opening = Opening. This may take a few seconds.
# The one message for whatever is wrong.
sealed-failed = This could not be opened. Please look at the passphrase again, or ask { $name } for the link and the passphrase once more.
# In place of all others where the page was opened by http.
sealed-insecure = Browsers open this page only at an address that begins with https. Please look at the address again, or ask { $name } for the link.
# What is seen without JavaScript.
sealed-script = To open it, a current browser with JavaScript switched on is needed.
sealed-here = It is opened on this device. Nothing that is typed here is sent anywhere.
