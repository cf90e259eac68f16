# The words of pages in Arabic: Modern Standard, without addressing the reader as a man or a woman
# where that can be done without. A count has six forms: zero, one, two, few, many, other.
# What holds for all languages is said at the head of `en.ftl`.

## Sections: the plain heading, used when no finding and no words of the kit take its place

section-platforms = منصات *المتابعة*
    .pop =
        { $count ->
            [zero] { $places } مكان *لمتابعتي*
            [one] مكان واحد *لمتابعتي*
            [two] مكانان *لمتابعتي*
            [few] { $places } أماكن *لمتابعتي*
            [many] { $places } مكانًا *لمتابعتي*
           *[other] { $places } مكان *لمتابعتي*
        }
section-posts = الأكثر *مشاهدة*
    .pop = الأكثر *تشغيلًا*
section-audience = *الجمهور*
    .pop = من *معنا*
section-story = *القصة*
section-milestones = حتى *الآن*
    .pop = حتى الآن، *كل شيء بخير*
section-gallery = في *صور*
section-work = أعمال *مختارة*
    .pop = أشياء جميلة *صنعناها معًا*
    .studio = حملات *ونتائجها*
section-rates = *الخدمات والأسعار*
    .pop = اختر *تذكرتك*
    .studio = الخدمات *والأسعار*
section-process = كيف *نعمل*
    .pop = كيف *نلعب*
    .studio = من الطلب *إلى التقرير*
section-press = في *الصحافة*
    .pop =
        { $count ->
            [0] هكذا *كتبوا*
           *[other] هكذا *قالوا*
        }
section-contact = هل *نتحدث؟*
    .pop = هل *تنضم إلينا؟*
section-method = المنهجية *والمصادر*
    .pop = التفاصيل *الصغيرة*

## Sections in a list of links

nav-platforms = المنصات
nav-posts = أفضل المنشورات
nav-audience = الجمهور
nav-story = القصة
nav-milestones = المحطات
nav-gallery = الصور
nav-work = الأعمال
nav-rates = الأسعار
nav-process = خطوات العمل
nav-press = الصحافة
nav-contact = التواصل
nav-method = المنهجية

## Headings that take the place of a plain one

section-one-platform = على *{ $platform }*
    .pop = تجدني *على { $platform }*
section-one-case = عمل واحد *بالتفصيل*
    .pop = عمل جميل *صنعناه معًا*
    .studio = حملة واحدة *ونتائجها*
section-worked-with = تعاونات *سابقة*
    .pop = في صحبة *طيبة*
section-services = ما *أقدّمه*
section-services-several = ما *نقدّمه*
section-testimonials = *بكلماتهم*
    .pop = هكذا *قالوا*
section-terms = *الشروط*
    .pop = قواعد *اللعبة*

## Platforms

platform-youtube = يوتيوب
platform-instagram = إنستغرام
platform-facebook = فيسبوك
platform-tiktok = تيك توك
platform-x = إكس
platform-threads = ثريدز
platform-snapchat = سناب شات
platform-twitch = تويتش
platform-kick = كيك
platform-pinterest = بنترست
platform-linkedin = لينكدإن
platform-bluesky = بلوسكاي
platform-mastodon = ماستودون
platform-reddit = ريديت
platform-discord = ديسكورد
platform-telegram = تيليغرام
platform-whatsapp = واتساب
platform-patreon = باتريون
platform-substack = سبستاك
platform-beehiiv = beehiiv
platform-kit = Kit
platform-newsletter = النشرة البريدية
platform-spotify = سبوتيفاي
platform-apple_podcasts = آبل بودكاست
platform-podcast = البودكاست
platform-website = الموقع الإلكتروني
platform-kwai = كواي
platform-soundcloud = ساوند كلاود
platform-beatport = بيتبورت
platform-vimeo = فيميو

## Formats of posts: one

format-reel = ريلز
format-story = قصة
format-post = منشور
format-carousel = منشور دوّار
format-short = فيديو قصير
format-video = فيديو
format-live = بث مباشر
format-episode = حلقة
format-issue = عدد

## Formats of posts: as many as `$count`

formats-reel = ريلز
formats-story =
    { $count ->
        [zero] قصة
        [one] قصة
        [two] قصتان
        [few] قصص
        [many] قصة
       *[other] قصة
    }
formats-post =
    { $count ->
        [zero] منشور
        [one] منشور
        [two] منشوران
        [few] منشورات
        [many] منشورًا
       *[other] منشور
    }
formats-carousel =
    { $count ->
        [zero] منشور دوّار
        [one] منشور دوّار
        [two] منشوران دوّاران
        [few] منشورات دوّارة
        [many] منشورًا دوّارًا
       *[other] منشور دوّار
    }
formats-short =
    { $count ->
        [zero] فيديو قصير
        [one] فيديو قصير
        [two] مقطعا فيديو قصيران
        [few] فيديوهات قصيرة
        [many] فيديو قصيرًا
       *[other] فيديو قصير
    }
formats-video =
    { $count ->
        [zero] فيديو
        [one] فيديو
        [two] مقطعا فيديو
        [few] فيديوهات
        [many] فيديو
       *[other] فيديو
    }
formats-live =
    { $count ->
        [zero] بث مباشر
        [one] بث مباشر
        [two] بثّان مباشران
        [few] عمليات بث مباشر
        [many] بثًّا مباشرًا
       *[other] بث مباشر
    }
formats-episode =
    { $count ->
        [zero] حلقة
        [one] حلقة
        [two] حلقتان
        [few] حلقات
        [many] حلقة
       *[other] حلقة
    }
formats-issue =
    { $count ->
        [zero] عدد
        [one] عدد
        [two] عددان
        [few] أعداد
        [many] عددًا
       *[other] عدد
    }
platform-formats = { $formats } على { $platform }
counted =
    { $count ->
        [one] { $formats } ({ $number })
        [two] { $formats } ({ $number })
       *[other] { $number }{ "\u00A0" }{ $formats }
    }

## Metrics, as labels

metric-followers = المتابعون
metric-followers-youtube = المشتركون
metric-followers-newsletter = المشتركون
metric-followers-substack = المشتركون
metric-followers-beehiiv = المشتركون
metric-followers-kit = المشتركون
metric-followers-telegram = المشتركون
metric-followers-discord = الأعضاء
metric-followers-reddit = الأعضاء
metric-followers-patreon = الأعضاء
metric-followers_gained = المتابعون المكتسبون
metric-followers_gained-youtube = المشتركون المكتسبون
metric-followers_gained-newsletter = المشتركون المكتسبون
metric-followers_lost = المتابعون المفقودون
metric-followers_lost-youtube = المشتركون المفقودون
metric-followers_lost-newsletter = المشتركون المفقودون
metric-followers_net = صافي المتابعين الجدد
metric-followers_net-youtube = صافي المشتركين الجدد
metric-followers_net-newsletter = صافي المشتركين الجدد
metric-paid_subscribers = الاشتراكات المدفوعة
metric-posts_total = إجمالي المنشورات
metric-posts_published = المنشورات المنشورة
metric-views = المشاهدات
metric-engaged_views = المشاهدات التفاعلية
metric-video_views = مشاهدات الفيديو
metric-impressions = مرات الظهور
metric-reach = الوصول
metric-viewers = المشاهدون
metric-viewers_new = المشاهدون الجدد
metric-viewers_returning = المشاهدون العائدون
metric-users = الزوار
metric-sessions = الزيارات
metric-profile_visits = زيارات الملف الشخصي
metric-link_clicks = النقرات على الروابط
metric-interactions = التفاعلات
metric-likes = الإعجابات
metric-comments = التعليقات
metric-shares = المشاركات
metric-saves = مرات الحفظ
metric-reposts = إعادات النشر
metric-accounts_engaged = الحسابات المتفاعلة
metric-watch_hours = ساعات المشاهدة
metric-avg_view_duration = متوسط مدة المشاهدة
metric-avg_view_percentage = متوسط نسبة المشاهدة
metric-ctr = نسبة النقر إلى الظهور
metric-engagement_rate = معدل التفاعل
metric-open_rate = معدل الفتح
metric-click_rate = معدل النقر
metric-live_views = مشاهدات البث المباشر
metric-avg_viewers = متوسط المشاهدين
metric-peak_viewers = ذروة المشاهدين
metric-stream_minutes = دقائق البث
metric-downloads = التنزيلات
metric-listeners = المستمعون
metric-streams = مرات الاستماع
metric-duration = المدة
metric-followers_share = نسبة المتابعين
metric-followers_share-youtube = نسبة المشتركين
metric-followers_share-newsletter = نسبة المشتركين
metric-viewers_share = نسبة المشاهدين
metric-views_share = نسبة المشاهدات
metric-reach_share = نسبة من وصل إليهم المحتوى
metric-rank = المرتبة، { $name }

## Engagement and its base

engagement-by-reach = معدل التفاعل حسب الوصول
engagement-by-followers = معدل التفاعل حسب المتابعين
engagement-by-views = معدل التفاعل حسب المشاهدات
engagement-base-unknown = معدل التفاعل، أساس الحساب غير مذكور
base-reach = حسب الوصول
base-followers = حسب المتابعين
base-views = حسب المشاهدات
base-unknown = أساس الحساب غير مذكور
base-not-stated = { base-unknown }
basis-followers = المتابعين
basis-viewers = المشاهدين
basis-views = المشاهدات
basis-reach = من وصل إليهم المحتوى
basis-of-format = { $basis } ({ $format })

## Labels of figures: `$metric` and `$formats` are forms inside a sentence

label-followers-total = إجمالي المتابعين على المنصات ({ $platforms })
label-followers = المتابعون على { $platform }
label-followers-youtube = المشتركون على { $platform }
label-followers-newsletter = المشتركون في { $platform }
label-median = { $metric } (الوسيط)، { $formats }، { $posts }
label-median-alone = { $metric } (الوسيط)
label-mean = { $metric } (المتوسط)، { $formats }، { $posts }
label-mean-alone = { $metric } (المتوسط)
label-lower-quarter = { $metric }، الحد الأدنى للنصف الأوسط
label-upper-quarter = { $metric }، الحد الأعلى للنصف الأوسط
label-engagement = { $engagement }، { $formats }
label-on = { $metric } على { $platform }
label-more = { $label }، { $more }
day-mean =
    { $count ->
        [zero] متوسط { $number }{ "\u00A0" }يوم
        [one] يوم واحد
        [two] متوسط يومين
        [few] متوسط { $number }{ "\u00A0" }أيام
        [many] متوسط { $number }{ "\u00A0" }يومًا
       *[other] متوسط { $number }{ "\u00A0" }يوم
    }
day-peak = أفضل يوم
posts-count =
    { $count ->
        [zero] { $number }{ "\u00A0" }منشور
        [one] منشور واحد
        [two] منشوران
        [few] { $number }{ "\u00A0" }منشورات
        [many] { $number }{ "\u00A0" }منشورًا
       *[other] { $number }{ "\u00A0" }منشور
    }
spelled = { $number }

## Dates and windows

as-of = حتى { $date }
media-kit = الملف الإعلامي
media-kit-dated = الملف الإعلامي، { $month }
media-kit-of = { $name }: الملف الإعلامي
page-of = { $title }: { $name }
sections = الأقسام
span = { $from } إلى { $to }
span-same-year = { $from } إلى { $to }
window-days-to =
    { $count ->
        [zero] { $number }{ "\u00A0" }يوم حتى { $date }
        [one] { $date }
        [two] يومان حتى { $date }
        [few] { $number }{ "\u00A0" }أيام حتى { $date }
        [many] { $number }{ "\u00A0" }يومًا حتى { $date }
       *[other] { $number }{ "\u00A0" }يوم حتى { $date }
    }
window-lifetime = كامل الفترة حتى { $date }

## What may stand in place of a number

over = أكثر من
over-value = أكثر من{ "\u00A0" }{ $value }
not-reported = غير متوفر
unknown = غير معروف
not-tracked = لم يُقَس
on-request = عند الطلب
middle-half = النصف الأوسط
finding-typical = نصف المنشورات ({ $formats }) يحقق { $value } مشاهدة على الأقل.
each-dot = كل نقطة منشور. بالرمادي النصف الأوسط: { $middle }.
most-of-all = الأعلى { $value }
middle-text = { $low } إلى { $high }

## The first screen

skip-to-numbers = الانتقال إلى الأرقام
skip-to-text = الانتقال إلى النص
nav-label = الأقسام
how-we-count = طريقة الحساب
pdf = PDF
pdf-one-page = PDF من صفحة واحدة
based-in = المقر
country = البلد
languages = اللغات
about = نبذة
pillars = المواضيع
pronouns = الضمائر
pronunciation = طريقة النطق: { $pronunciation }

## Ways to write

write-to = مراسلة { $name }
way-email = البريد الإلكتروني
way-phone = الهاتف
way-whatsapp = واتساب
way-dm = رسالة خاصة
way-booking = حجز مكالمة
reply-within = الرد خلال { $time }
management = إدارة الأعمال
regions = للاستفسارات من
guardian = ولي الأمر
guardian-note = { $name } دون السن القانونية. يُرجى التواصل مع { $guardian } لجميع الاستفسارات.
minor-title = العمل مع القاصرين
minor-note = الموافقة على كل مشروع وتوقيعه نيابةً عن { $name } من اختصاص { $guardian }. يحدّ القانون في بلدان كثيرة من ساعات عمل القاصرين، أو يشترط تصريحًا، أو يخصّص لهم جزءًا من الأجر، فيُرجى تخصيص وقت لذلك قبل تحديد المواعيد. تمرّ الطلبات والرسائل والموافقات عبر { $guardian } فقط، وتبقى المدرسة والبيت والحياة اليومية أمورًا خاصة.
answer = الرد
to-keep = للاحتفاظ
save-contact = حفظ جهة الاتصال

## The enquiry that a click on an address begins

enquiry-subject = استفسار إلى { $name }
enquiry-subject-from = استفسار من { $brand } إلى { $name }
enquiry-brand = العلامة التجارية:
enquiry-product = المنتج أو الخدمة:
enquiry-goal = الهدف:
enquiry-dates = التواريخ:
enquiry-wanted = القنوات والخدمات المطلوبة:
enquiry-budget = الميزانية:
enquiry-usage = حقوق الاستخدام:
enquiry-kit = الملف الإعلامي: { $url }

## Accounts

also-on = أيضًا على
growth-between = بين { $from } و{ $to }
growth-between-same-year = بين { $from } و{ $to }
growth-monthly = { $growth } في 30{ "\u00A0" }يومًا

## Best posts

usual = المعتاد لكل { $format }: { $value } ({ $metric })
usual-value = المعتاد { $value }
times-usual = المعتاد مضروبًا في { $times }
the-usual = المعتاد
read = قراءة

## Who follows

audience-followers = المتابعون على { $platform }
audience-viewers = المشاهدون على { $platform }
audience-views = المشاهدات على { $platform }
audience-reach = من وصل إليهم المحتوى على { $platform }
interests = اهتماماتهم
gender-female = النساء
gender-male = الرجال
gender-other = جنس آخر أو غير محدد
gender-total = { $gender } { $share }
age-band-short = { $from }–{ $to }
age-open-short = +{ $from }
age-band = { $from }{ "\u00A0" }إلى{ "\u00A0" }{ $to }{ "\u00A0" }عامًا
age-open = { $from }{ "\u00A0" }عامًا فأكثر
rest = الباقون
rest-views = الباقي
rest-countries = بقية البلدان
country-unknown = بلد غير معروف
gave-no-gender = { $share } من جنس آخر أو غير محدد
gave-no-age-label = العمر غير محدد
other-ages = عمر آخر أو غير محدد
segment-follow = المتابعون وغيرهم
segment-follow-yes = المتابعون
segment-follow-no = غير المتابعين بعد
segment-source = مصادر المشاهدات
segment-source-for_you = صفحة «لك»
segment-source-following = صفحة «متابَعة»
segment-source-search = البحث
segment-source-profile = الملف الشخصي
segment-source-hashtag = الوسوم
segment-source-sound = الأصوات
segment-source-other = مصادر أخرى
segment-device = الأجهزة
segment-device-mobile = الهاتف
segment-device-desktop = الحاسوب
segment-device-tablet = الجهاز اللوحي
segment-device-tv = التلفاز
segment-role = مجالات عملهم
segment-language = اللغات
segment-also = يتابعون أيضًا

## Titles of charts: what is measured, and in which unit

title-history = المتابعون على { $platform }، حسب الشهر
title-history-youtube = المشتركون على { $platform }، حسب الشهر
title-history-newsletter = المشتركون في { $platform }، حسب الشهر
title-age-gender = العمر والجنس، % من { $basis } على { $platform }
title-ages = الأعمار، % من { $basis } على { $platform }
title-genders = الجنس، % من { $basis } على { $platform }
title-countries = البلدان، % من { $basis } على { $platform }
title-cities = المدن، % من { $basis } على { $platform }
title-segment = { $set }، % من { $basis } على { $platform }

## Findings: written only when the data says so

share-one-in-ten = عُشر الجمهور
    .of = عُشر
share-two-in-ten = خُمس الجمهور
    .of = خُمس
share-one-in-four = ربع الجمهور
    .of = ربع
share-three-in-ten = ثلاثة أعشار الجمهور
    .of = ثلاثة أعشار
share-one-in-three = ثلث الجمهور
    .of = ثلث
share-four-in-ten = أربعة أعشار الجمهور
    .of = أربعة أعشار
share-half = نصف الجمهور
    .of = نصف
share-six-in-ten = ستة أعشار الجمهور
    .of = ستة أعشار
share-two-in-three = ثلثا الجمهور
    .of = ثلثا
share-seven-in-ten = سبعة أعشار الجمهور
    .of = سبعة أعشار
share-three-in-four = ثلاثة أرباع الجمهور
    .of = ثلاثة أرباع
share-eight-in-ten = ثمانية أعشار الجمهور
    .of = ثمانية أعشار
share-nine-in-ten = تسعة أعشار الجمهور
    .of = تسعة أعشار
share-percent = { $percent } من الجمهور
    .of = { $percent } من
finding-largest-group =
    { $gender ->
        [female] { $share } من النساء *في الفئة العمرية { $band }.*
        [male] { $share } من الرجال *في الفئة العمرية { $band }.*
       *[other] { $share } *في الفئة العمرية { $band }.*
    }
finding-age = { $share } في الفئة العمرية { $band }.
finding-gender =
    { $gender ->
        [female] { $share } من النساء.
        [male] { $share } من الرجال.
       *[other] { $share } من جنس آخر أو غير محدد.
    }
finding-country = { $share } في { $country }.
summary = { $parts }.
summary-group =
    { $gender ->
        [female] النساء { $band }: { $share }
        [male] الرجال { $band }: { $share }
       *[other] { $band }: { $share }
    }
summary-age = الفئة العمرية { $band }: { $share }
summary-gender =
    { $gender ->
        [female] النساء: { $share }
        [male] الرجال: { $share }
       *[other] جنس آخر أو غير محدد: { $share }
    }
summary-country = { $country }: { $share }
finding-two = { $first } *{ $second }*
finding-non-followers = { $share } المشاهدات من أشخاص لا يتابعون الحساب بعد.
finding-non-followers-formats = { $share } المشاهدات ({ $format }) من أشخاص لا يتابعون الحساب بعد.
finding-growth-doubled = تضاعف العدد منذ { $month }: { $platform }.
finding-growth-tripled = زاد العدد إلى ثلاثة أمثاله منذ { $month }: { $platform }.
finding-growth-half = زاد العدد بمقدار النصف أو أكثر منذ { $month }: { $platform }.
finding-growth = النمو منذ { $month }: { $platform }، { $growth }.
finding-fastest = الأسرع نموًا: { $platform }، { $growth } منذ { $month }.

## Past campaigns

also-with = وأيضًا *مع*
came-back = تعاون متجدد
came-back-note = الأسماء المميزة تجدد التعاون معها.
relationship-paid = شراكة مدفوعة
relationship-gifted = منتج مُهدى
relationship-affiliate = تسويق بالعمولة
relationship-own = علامة تجارية خاصة
anonymous-brand = علامة تجارية ({ $sector })، { $year }
anonymous-brand-sector = علامة تجارية ({ $sector })
anonymous-brand-year = علامة تجارية، { $year }
anonymous-brand-alone = علامة تجارية
goal = الهدف
made = ما أُنجز
result = النتيجة
results = النتائج
target = المستهدف
target-value = المستهدف { $value }
measured-after =
    { $count ->
        [zero] بعد { $number }{ "\u00A0" }يوم
        [one] بعد يوم واحد
        [two] بعد يومين
        [few] بعد { $number }{ "\u00A0" }أيام
        [many] بعد { $number }{ "\u00A0" }يومًا
       *[other] بعد { $number }{ "\u00A0" }يوم
    }
disclosure = طريقة الإفصاح
quote-by = { $person }، { $role }
quote-by-of = { $person }، { $role }، { $company }
whole-story = القصة كاملة
back-to-kit = العودة إلى الملف الإعلامي

## Milestones

next = قريبًا
earlier = سابقًا

## Services and prices

from = ابتداءً من
to = إلى
of = من { $what }
at-least = بحد أدنى { $minimum }
per-post = لكل منشور
per-hour = في الساعة
per-day = في اليوم
per-week = في الأسبوع
per-month = في الشهر
per-year = في السنة
per-event = لكل فعالية
per-episode = لكل حلقة
per-issue = لكل عدد
add-ons = *إضافات*
    .pop = إضافات *صغيرة*
prices-in = الأسعار بعملة: { $currency }
valid-until = سارٍ حتى { $date }
prices-in-valid-until = الأسعار بعملة: { $currency }، سارية حتى { $date }
turnaround-days =
    { $count ->
        [1] يوم واحد
        [7] أسبوع واحد
        [14] أسبوعان
        [21] ثلاثة أسابيع
        [28] أربعة أسابيع
        [35] خمسة أسابيع
        [42] ستة أسابيع
        [49] سبعة أسابيع
        [56] ثمانية أسابيع
        [two] يومان
        [few] { $number }{ "\u00A0" }أيام
        [many] { $number }{ "\u00A0" }يومًا
       *[other] { $number }{ "\u00A0" }يوم
    }
example = مثال
rates-on-request = الأسعار عند الطلب.
rates-on-request-reply = الأسعار عند الطلب، والرد خلال { $time }.

## Steps and terms

week = الأسبوع
terms-usage = حقوق الاستخدام
terms-exclusivity = الحصرية
terms-payment = الدفع
terms-revisions = التعديلات
terms-revisions-count =
    { $count ->
        [0] بدون تعديلات
        [one] جولة واحدة
        [two] جولتان
        [few] { $rounds } جولات
        [many] { $rounds } جولة
       *[other] { $rounds } جولة
    }
terms-disclosure = الإفصاح
terms-good-for = مناسب لـ
terms-not-for = غير مناسب لـ

## Press

comma = ،
full-stop = .
quoted = «{ $text }»
testimonials = آراء الشركاء

## Tables: captions and heads of columns

caption-platforms = الحسابات وأرقامها
caption-history = المتابعون حسب الشهر
caption-rates = الخدمات والأسعار
caption-audience = الأرقام
caption-numbers = كل رقم وطريقة حسابه
column-platform = المنصة
column-account = الحساب
column-followers = المتابعون
column-growth = النمو
column-history = حسب الشهر
column-median-views = وسيط المشاهدات
column-views = المشاهدات
column-engagement = التفاعل
column-counts = ما يُحسب
column-value = القيمة
column-window = الفترة
column-posts = المنشورات
column-date = التاريخ
column-source = المصدر
column-age = العمر

## How one number was made: the sentence beside it

made-typed = سُجّل يدويًا كما عرضته المنصة.
made-export = مأخوذ من تصدير المنصة نفسها.
made-typed-average = متوسط كما سُجّل ({ $posts }).
made-typed-median = وسيط كما سُجّل ({ $posts }).
made-typed-rate = معدل كما سُجّل؛ { $base }.
made-typed-rate-posts = معدل كما سُجّل ({ $posts })؛ { $base }.
made-floor = سُجّل على أنه «أكثر من»؛ والرقم الحقيقي أكبر.
made-sum = مجموع أحدث الأعداد على المنصات ({ $platforms })؛ وقد يتابع الشخص نفسه في أكثر من مكان.
days-counted = { $days } من أصل { $all }{ "\u00A0" }يومًا
made-flow-sum = المجموع خلال الفترة: { $window }.
made-day-mean = متوسط الأيام خلال الفترة: { $window }؛ قد يظهر الشخص نفسه في أكثر من يوم، لذلك لا تُجمع الأيام أبدًا.
made-day-peak = أفضل يوم خلال الفترة: { $window }.
made-median = الوسيط ({ $posts })، خلال الفترة: { $window }.
made-median-latest = وسيط الأحدث ({ $posts })، خلال الفترة: { $window }.
made-lower-quarter = ربع المنشورات عند هذه القيمة أو دونها ({ $posts })؛ خلال الفترة: { $window }.
made-upper-quarter = ربع المنشورات عند هذه القيمة أو فوقها ({ $posts })؛ خلال الفترة: { $window }.
made-engagement-reach = الإعجابات والتعليقات والمشاركات ومرات الحفظ مقسومة على الوصول، لكل منشور على حدة؛ ثم الوسيط ({ $posts })، خلال الفترة: { $window }.
made-engagement-views = الإعجابات والتعليقات والمشاركات ومرات الحفظ مقسومة على المشاهدات، لكل منشور على حدة؛ ثم الوسيط ({ $posts })، خلال الفترة: { $window }.
made-engagement-followers = الإعجابات والتعليقات والمشاركات ومرات الحفظ مقسومة على عدد المتابعين وقت النشر، لكل منشور على حدة؛ ثم الوسيط ({ $posts })، خلال الفترة: { $window }.
made-growth = التغير من أول عدد إلى آخر عدد، { $between }.
made-post = عدد منشور واحد كما عرضته المنصة.
source-hand = يدويًا

## Method: one sentence for each way that occurs

method-no-numbers = لا يقدّم هذا الملف أرقامًا بعد. وعندما يقدّمها سيحمل كل رقم تاريخه وما يحسبه ومصدره.
method-dates = يحمل كل رقم تاريخه الخاص. والتاريخ في الشاشة الأولى هو الأقدم بين الأرقام الظاهرة فيها.
method-sources = الأرقام قابلة للتتبع ومؤرخة وموثقة المصدر: إما مأخوذة من تصدير المنصات نفسها، أو مسجلة يدويًا كما تعرضها المنصات.
method-typed = الأرقام المشار إليها بـ «{ $source }» سُجّلت يدويًا.
method-sum = يُجمع المتابعون على عدة منصات بوصفهم متابعين لا أشخاصًا: فقد يتابع الشخص نفسه في أكثر من مكان. أما الوصول والمشاهدون فلا يُجمعان أبدًا.
method-window =
    { $count ->
        [zero] مدة الفترة { $number }{ "\u00A0" }يوم، وتنتهي في يوم أحدث منشور للحساب، لا في يومنا هذا.
        [one] مدة الفترة يوم واحد، وتنتهي في يوم أحدث منشور للحساب، لا في يومنا هذا.
        [two] مدة الفترة يومان، وتنتهي في يوم أحدث منشور للحساب، لا في يومنا هذا.
        [few] مدة الفترة { $number }{ "\u00A0" }أيام، وتنتهي في يوم أحدث منشور للحساب، لا في يومنا هذا.
        [many] مدة الفترة { $number }{ "\u00A0" }يومًا، وتنتهي في يوم أحدث منشور للحساب، لا في يومنا هذا.
       *[other] مدة الفترة { $number }{ "\u00A0" }يوم، وتنتهي في يوم أحدث منشور للحساب، لا في يومنا هذا.
    }
method-median = الوسيط هو القيمة الوسطى: نصف المنشورات حقق هذا القدر على الأقل. ويُحسب من منشورات نوع واحد على منصة واحدة، ويُذكر عددها بجانبه.
method-middle = يمتد النصف الأوسط من المئين 25 إلى المئين 75 للمنشورات نفسها، كما تحسبه الدالة QUARTILE.INC في جداول البيانات.
method-latest = إذا ضمّت الفترة أقل من عشرة منشورات، تُحسب بدلًا منها أحدث المنشورات: كل ما هو متاح، وبحد أقصى ثلاثون.
method-few = لا يُذكر أي معدل لأقل من خمسة منشورات.
method-engagement-reach = معدل التفاعل حسب الوصول هو إعجابات المنشور وتعليقاته ومشاركاته ومرات حفظه مقسومة على عدد الأشخاص المختلفين الذين وصل إليهم؛ ثم الوسيط بين المنشورات.
method-engagement-views = معدل التفاعل حسب المشاهدات هو إعجابات المنشور وتعليقاته ومشاركاته ومرات حفظه مقسومة على مشاهداته؛ ثم الوسيط بين المنشورات.
method-engagement-followers = معدل التفاعل حسب المتابعين هو إعجابات المنشور وتعليقاته ومشاركاته ومرات حفظه مقسومة على عدد المتابعين يوم نشره؛ ثم الوسيط بين المنشورات.
method-engagement-apart = لا يُحسب متوسط لمعدلات تختلف أسسها أو منصاتها: فليس للتفاعل معيار موحد.
method-engagement-typed = سُجّلت بعض المعدلات كما هي لدى المنصة أو صاحب الملف: { $accounts }. ولا تُعرف هنا طريقة حسابها للتفاعل سوى الأساس المذكور بجانبها.
method-engagement-unknown = «أساس الحساب غير مذكور» يعني أن المعدل معروف، لكن ما قُسم عليه غير معروف.
method-followers-at-publishing = المتابعون وقت النشر هم أقرب عدد سابق، على ألا يسبق المنشور بأكثر من 31{ "\u00A0" }يومًا؛ ومن دونه لا يُذكر للمنشور معدل حسب المتابعين.
method-young = تُستبعد المنشورات التي لم يمضِ عليها سبعة أيام عند نهاية الفترة، لأنها ما زالت تُشاهَد.
method-paid = تُستبعد المنشورات المروّجة والمسابقات والمنشورات المموّلة من هذه الأرقام، ويُذكر عددها بجانبها.
method-growth = يقارن النمو بين عددين ويذكر تاريخيهما؛ ويُحسب لكل 30{ "\u00A0" }يومًا حسابًا مركبًا.
method-shares = نسب الجمهور هي نسب من { $basis } كما تذكرها المنصات. وما ينقص عن المئة يُعرض جزءًا مستقلًا.
method-margins = لا تُضرب الأعمار في الأجناس أبدًا إذا عُرف كل منهما على حدة.
method-floor = «أكثر من» تعني أن الرقم الحقيقي أكبر. ولا تدخل هذه الأرقام في أي مجموع أو معدل.
method-rounding = تُقتطع الصيغ المختصرة ولا تُقرَّب إلى أعلى أبدًا: فالعدد 99,999 يصبح 99.9 ألف. ولا تُصوَّر الخسارة أقل مما هي عليه.
method-unknown = ما لم يُذكر فهو غير معروف، ولا يُرسم صفرًا أبدًا.
method-results = تُقاس نتائج الحملة بالمعتاد للحساب نفسه، حيثما كان معروفًا.

## Posts that were left out, account by account

left-out-boosted =
    { $count ->
        [zero] استُبعد { $number }{ "\u00A0" }منشور مروّج.
        [one] استُبعد منشور مروّج واحد.
        [two] استُبعد منشوران مروّجان.
        [few] استُبعدت { $number }{ "\u00A0" }منشورات مروّجة.
        [many] استُبعد { $number }{ "\u00A0" }منشورًا مروّجًا.
       *[other] استُبعد { $number }{ "\u00A0" }منشور مروّج.
    }
left-out-giveaway =
    { $count ->
        [zero] استُبعدت { $number }{ "\u00A0" }مسابقة.
        [one] استُبعدت مسابقة واحدة.
        [two] استُبعدت مسابقتان.
        [few] استُبعدت { $number }{ "\u00A0" }مسابقات.
        [many] استُبعدت { $number }{ "\u00A0" }مسابقة.
       *[other] استُبعدت { $number }{ "\u00A0" }مسابقة.
    }
left-out-sponsored =
    { $count ->
        [zero] استُبعد { $number }{ "\u00A0" }منشور مموّل.
        [one] استُبعد منشور مموّل واحد.
        [two] استُبعد منشوران مموّلان.
        [few] استُبعدت { $number }{ "\u00A0" }منشورات مموّلة.
        [many] استُبعد { $number }{ "\u00A0" }منشورًا مموّلًا.
       *[other] استُبعد { $number }{ "\u00A0" }منشور مموّل.
    }
left-out-young =
    { $count ->
        [zero] استُبعد { $number }{ "\u00A0" }منشور لم يمضِ عليه سبعة أيام.
        [one] استُبعد منشور واحد لم يمضِ عليه سبعة أيام.
        [two] استُبعد منشوران لم يمضِ عليهما سبعة أيام.
        [few] استُبعدت { $number }{ "\u00A0" }منشورات لم يمضِ عليها سبعة أيام.
        [many] استُبعد { $number }{ "\u00A0" }منشورًا لم يمضِ عليه سبعة أيام.
       *[other] استُبعد { $number }{ "\u00A0" }منشور لم يمضِ عليه سبعة أيام.
    }
left-out-no-followers =
    { $count ->
        [zero] لا يتوفر عدد متابعين قريب من يوم النشر ({ $number }{ "\u00A0" }منشور)، فلا تدخل في المعدل حسب المتابعين.
        [one] منشور واحد لا يتوفر له عدد متابعين قريب من يوم نشره، فلا يدخل في المعدل حسب المتابعين.
        [two] منشوران لا يتوفر لهما عدد متابعين قريب من يوم نشرهما، فلا يدخلان في المعدل حسب المتابعين.
        [few] { $number }{ "\u00A0" }منشورات لا يتوفر لها عدد متابعين قريب من يوم نشرها، فلا تدخل في المعدل حسب المتابعين.
        [many] { $number }{ "\u00A0" }منشورًا لا يتوفر لها عدد متابعين قريب من يوم نشرها، فلا تدخل في المعدل حسب المتابعين.
       *[other] { $number }{ "\u00A0" }منشور لا يتوفر لها عدد متابعين قريب من يوم نشرها، فلا تدخل في المعدل حسب المتابعين.
    }
left-out-no-base =
    { $count ->
        [zero] لا يُذكر «{ $base }» ({ $number }{ "\u00A0" }منشور)، فلا تدخل في هذا المعدل.
        [one] منشور واحد لا يُذكر له «{ $base }»، فلا يدخل في هذا المعدل.
        [two] منشوران لا يُذكر لهما «{ $base }»، فلا يدخلان في هذا المعدل.
        [few] { $number }{ "\u00A0" }منشورات لا يُذكر لها «{ $base }»، فلا تدخل في هذا المعدل.
        [many] { $number }{ "\u00A0" }منشورًا لا يُذكر لها «{ $base }»، فلا تدخل في هذا المعدل.
       *[other] { $number }{ "\u00A0" }منشور لا يُذكر لها «{ $base }»، فلا تدخل في هذا المعدل.
    }
note-latest = { $formats }: أقل من عشرة منشورات خلال الفترة ({ $window })، لذلك يُحسب الأحدث ({ $posts }).
note-of = { $account }: { $note }

## Small print

photo-credits = الصور
photo-credit = { $credit }، { $licence }
numbers-as-data = الأرقام في صورة بيانات
kit-as-text = هذا الملف نصًا عاديًا
kit-as-row = أهم الأرقام في سطر جدول
edition = الإصدار { $id }
download = تنزيل
versions = بلغات أخرى
facts = حقائق
links = روابط

## What is said to the brand for which alone a kit was made

edition-for = أُعدّ لـ { $brand }
edition-for-on = أُعدّ لـ { $brand } في { $date }
edition-until = المعلومات هنا سارية حتى { $date }.
edition-over = كانت المعلومات هنا سارية حتى { $date }. يُرجى طلب نسخة جديدة.
edition-only = مخصص لـ { $brand } فقط. يُرجى عدم مشاركته.

## The page that is not there

not-found-title = الصفحة غير موجودة
not-found-heading = هذه الصفحة *ليست هنا*
not-found-text = ربما كان العنوان قديمًا أو كُتب خطأً.
not-found-link = الانتقال إلى الملف الإعلامي

## The page that a passphrase opens

sealed-intro = ملف إعلامي خاص، أُعدّ لمن وصله هذا الرابط.
sealed-how = لفتحه، تُكتب عبارة المرور التي وصلت مع الرابط.
sealed-passphrase = عبارة المرور
sealed-hint = لا فرق بين الأحرف الكبيرة والصغيرة، ولا أثر للمسافات والشرطات.
sealed-show = إظهار
sealed-hide = إخفاء
sealed-open = فتح
sealed-opening = جارٍ الفتح. قد يستغرق ذلك بضع ثوانٍ.
sealed-failed = تعذّر الفتح. يُرجى التحقق من عبارة المرور، أو طلب الرابط والعبارة من { $name } مرة أخرى.
sealed-insecure = لا تفتح المتصفحات هذه الصفحة إلا على عنوان يبدأ بـ https. يُرجى التحقق من العنوان، أو طلب الرابط من { $name }.
sealed-script = لفتحه يلزم متصفح حديث مع تفعيل JavaScript.
sealed-here = يجري الفتح على هذا الجهاز، ولا يُرسل شيء مما يُكتب هنا.

people = الأشخاص
part-of-accounts = { $value }، { $accounts } حسابات
parts-rest =
    { $count ->
        [2] منصتان أخريان
        [3] ثلاث منصات أخرى
        [4] أربع منصات أخرى
        [5] خمس منصات أخرى
        [6] ست منصات أخرى
        [7] سبع منصات أخرى
        [8] ثماني منصات أخرى
        [9] تسع منصات أخرى
       *[other] { $number }{ "\u00A0" }منصات أخرى
    }

column-service = الخدمة
column-includes = تشمل
column-time = مدة التنفيذ
column-unit = الوحدة
column-price = السعر
logarithmic = مقياس لوغاريتمي
