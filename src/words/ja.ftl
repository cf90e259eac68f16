# The words of pages in Japanese: polite, です・ます in whole sentences, nouns in labels.
# What holds for all languages is said at the head of `en.ftl`.

## Sections: the plain heading, used when no finding and no words of the kit take its place

section-platforms = フォローは*こちら*
    .pop = { $places }か所で*会えます*
section-posts = *よく見られた*投稿
    .pop = *よく再生された*もの
section-audience = *見てくださる*方々
    .pop = *ここにいる*みなさん
section-story = *ストーリー*
section-milestones = *これまで*
    .pop = *ここまで*順調
section-gallery = *写真*
section-work = *主な*実績
    .pop = *いっしょに*作ったもの
    .studio = *キャンペーン*と結果
section-rates = *メニュー*
    .pop = チケットを*どうぞ*
    .studio = *サービス*と料金
section-process = *進め方*
    .pop = *遊び方*
    .studio = *お問い合わせ*から報告まで
section-press = *掲載*
    .pop =
        { $count ->
            [0] *書かれた*こと
           *[other] *いただいた*言葉
        }
section-contact = *お話ししましょう*
    .pop = *ごいっしょに*いかが？
section-method = *集計方法*と出典
    .pop = *小さな*文字で

## Sections in a list of links

nav-platforms = プラットフォーム
nav-posts = 人気の投稿
nav-audience = オーディエンス
nav-story = ストーリー
nav-milestones = 歩み
nav-gallery = 写真
nav-work = 実績
nav-rates = 料金
nav-process = 進め方
nav-press = 掲載
nav-contact = お問い合わせ
nav-method = 集計方法

## Headings that take the place of a plain one

section-one-platform = *{ $platform }*で
    .pop = *{ $platform }*にいます
section-one-case = *ひとつの仕事*をくわしく
    .pop = *いっしょに*作ったひとつ
    .studio = *ひとつのキャンペーン*と結果
section-worked-with = *お取引先*
    .pop = *いっしょに*働いた方々
section-services = *ご提供*できること
section-services-several = *ご提供*できること
section-testimonials = *いただいた*言葉
    .pop = *いただいた*言葉
section-terms = *条件*
    .pop = *ルール*

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
platform-newsletter = ニュースレター
platform-spotify = Spotify
platform-apple_podcasts = Apple Podcasts
platform-podcast = ポッドキャスト
platform-website = ウェブサイト
platform-kwai = Kwai
platform-soundcloud = SoundCloud
platform-beatport = Beatport
platform-vimeo = Vimeo

## Formats of posts: one

format-reel = リール
format-story = ストーリーズ
format-post = 投稿
format-carousel = カルーセル
format-short = ショート
format-video = 動画
format-live = ライブ配信
format-episode = エピソード
format-issue = 号

## Formats of posts: as many as `$count`

formats-reel = リール
formats-story = ストーリーズ
formats-post = 投稿
formats-carousel = カルーセル
formats-short = ショート
formats-video = 動画
formats-live = ライブ配信
formats-episode = エピソード
formats-issue = 号
platform-formats = { $platform }の{ $formats }
counted = { $number }件の{ $formats }

## Metrics, as labels

metric-followers = フォロワー
metric-followers-youtube = チャンネル登録者
metric-followers-newsletter = 購読者
metric-followers-substack = 購読者
metric-followers-beehiiv = 購読者
metric-followers-kit = 購読者
metric-followers-telegram = 登録者
metric-followers-discord = メンバー
metric-followers-reddit = メンバー
metric-followers-patreon = メンバー
metric-followers_gained = 増えたフォロワー
metric-followers_gained-youtube = 増えたチャンネル登録者
metric-followers_gained-newsletter = 増えた購読者
metric-followers_lost = 減ったフォロワー
metric-followers_lost-youtube = 減ったチャンネル登録者
metric-followers_lost-newsletter = 減った購読者
metric-followers_net = フォロワーの純増
metric-followers_net-youtube = チャンネル登録者の純増
metric-followers_net-newsletter = 購読者の純増
metric-paid_subscribers = 有料購読者
metric-posts_total = 投稿の総数
metric-posts_published = 公開した投稿
metric-views = 視聴回数
metric-engaged_views = エンゲージ視聴回数
metric-video_views = 動画の視聴回数
metric-impressions = インプレッション
metric-reach = リーチ
metric-viewers = 視聴者
metric-viewers_new = 新しい視聴者
metric-viewers_returning = リピート視聴者
metric-users = 訪問者
metric-sessions = 訪問数
metric-profile_visits = プロフィールへのアクセス
metric-link_clicks = リンクのクリック
metric-interactions = インタラクション
metric-likes = いいね
metric-comments = コメント
metric-shares = シェア
metric-saves = 保存
metric-reposts = リポスト
metric-accounts_engaged = 反応したアカウント
metric-watch_hours = 総再生時間
metric-avg_view_duration = 平均視聴時間
metric-avg_view_percentage = 平均再生率
metric-ctr = クリック率
metric-engagement_rate = エンゲージメント
metric-open_rate = 開封率
metric-click_rate = クリック率
metric-live_views = ライブの視聴回数
metric-avg_viewers = 平均視聴者数
metric-peak_viewers = 最大同時視聴者数
metric-stream_minutes = 配信時間（分）
metric-downloads = ダウンロード
metric-listeners = リスナー
metric-streams = 再生回数
metric-duration = 長さ
metric-followers_share = フォロワーの割合
metric-followers_share-youtube = チャンネル登録者の割合
metric-followers_share-newsletter = 購読者の割合
metric-viewers_share = 視聴者の割合
metric-views_share = 視聴回数の割合
metric-reach_share = リーチした人の割合
metric-rank = 順位、{ $name }

## Engagement and its base

engagement-by-reach = リーチあたりのエンゲージメント
engagement-by-followers = フォロワーあたりのエンゲージメント
engagement-by-views = 視聴回数あたりのエンゲージメント
engagement-base-unknown = エンゲージメント、基準の記載なし
base-reach = リーチあたり
base-followers = フォロワーあたり
base-views = 視聴回数あたり
base-unknown = 基準の記載なし
base-not-stated = { base-unknown }
basis-followers = フォロワー
basis-viewers = 視聴者
basis-views = 視聴回数
basis-reach = リーチした人
basis-of-format = { $format }の{ $basis }

## Labels of figures: `$metric` and `$formats` are forms inside a sentence

label-followers-total = { $platforms }プラットフォームのフォロワー
label-followers = { $platform }のフォロワー
label-followers-youtube = { $platform }のチャンネル登録者
label-followers-newsletter = { $platform }の購読者
label-median = { $metric }の中央値、{ $formats }、{ $posts }
label-median-alone = { $metric }の中央値
label-mean = { $metric }の平均、{ $formats }、{ $posts }
label-mean-alone = { $metric }の平均
label-lower-quarter = { $metric }、中央の半数の下端
label-upper-quarter = { $metric }、中央の半数の上端
label-engagement = { $engagement }、{ $formats }
label-on = { $platform }の{ $metric }
label-more = { $label }、{ $more }
day-mean = { $number }日間の平均
day-peak = 最も多い日
posts-count = { $number }件の投稿
spelled = { $number }

## Dates and windows

as-of = { $date }現在
media-kit = メディアキット
media-kit-dated = メディアキット { $month }
media-kit-of = { $name }：メディアキット
page-of = { $title }：{ $name }
sections = セクション
span = { $from }〜{ $to }
span-same-year = { $from }〜{ $to }
window-days-to =
    { $count ->
        [1] { $date }
       *[other] { $date }までの{ $number }日間
    }
window-lifetime = { $date }までの全期間

## What may stand in place of a number

over = 少なくとも
over-value = 少なくとも{ $value }
not-reported = データなし
unknown = 不明
not-tracked = 計測なし
on-request = お問い合わせください
middle-half = 中央の半数
finding-typical = { $formats }の半数は{ $value }回以上見られています。
each-dot = 点はそれぞれ1件の投稿です。灰色は中央の半数（{ $middle }）です。
most-of-all = 最高 { $value }
middle-text = { $low }〜{ $high }

## The first screen

skip-to-numbers = 数字へ移動
skip-to-text = 本文へ移動
nav-label = セクション
how-we-count = 集計方法
pdf = PDF
pdf-one-page = 1ページのPDF
based-in = 拠点
country = 国
languages = 言語
about = 紹介
pillars = 取り上げるテーマ
pronouns = 代名詞
pronunciation = 読み方：{ $pronunciation }

## Ways to write

write-to = { $name }に連絡する
way-email = メール
way-phone = 電話
way-whatsapp = WhatsApp
way-dm = メッセージ
way-booking = 打ち合わせを予約
reply-within = { $time }以内に返信します
management = マネジメント
regions = 対応地域
guardian = 保護者
guardian-note = { $name }は未成年です。お問い合わせはすべて保護者の{ $guardian }が承りますので、そちらへご連絡ください。
minor-title = 未成年者とのお仕事について
minor-note = 各案件への同意と契約の署名は、保護者の{ $guardian }が{ $name }に代わって行います。多くの国では、未成年者の労働時間の制限、許可の取得、収入の一部を本人のために確保することなどが法律で定められています。日程を決める前に、その確認のためのお時間をお取りください。ご依頼の内容、ご連絡、確認はすべて{ $guardian }を通してお願いいたします。学校や住まい、日々の生活については公開いたしません。
answer = 返信
to-keep = 保存用
save-contact = 連絡先を保存

## The enquiry that a click on an address begins

enquiry-subject = { $name }へのお問い合わせ
enquiry-subject-from = { $brand }から{ $name }へのお問い合わせ
enquiry-brand = ブランド：
enquiry-product = 商品・サービス：
enquiry-goal = 目的：
enquiry-dates = 時期：
enquiry-wanted = 希望する媒体・サービス：
enquiry-budget = 予算：
enquiry-usage = 二次利用：
enquiry-kit = メディアキット：{ $url }

## Accounts

also-on = ほかのアカウント
growth-between = { $from }から{ $to }まで
growth-between-same-year = { $from }から{ $to }まで
growth-monthly = 30日あたり{ $growth }

## Best posts

usual = { $format }はふだん{ $metric }{ $value }
usual-value = ふだんは{ $value }
times-usual = ふだんの{ $times }倍
the-usual = ふだんの数字と比べて
read = 読む

## Who follows

audience-followers = { $platform }のフォロワー
audience-viewers = { $platform }の視聴者
audience-views = { $platform }の視聴回数
audience-reach = { $platform }でリーチした人
interests = 関心のあること
gender-female = 女性
gender-male = 男性
gender-other = その他・無回答
gender-total = { $gender } { $share }
age-band-short = { $from }–{ $to }
age-open-short = { $from }+
age-band = { $from }〜{ $to }歳
age-open = { $from }歳以上
rest = その他
rest-views = その他
rest-countries = その他の国・地域
country-unknown = 国・地域不明
gave-no-gender = その他・無回答 { $share }
gave-no-age-label = 年齢の回答なし
other-ages = その他の年齢・無回答
segment-follow = フォロワーとそれ以外
segment-follow-yes = フォロワー
segment-follow-no = フォロワー以外
segment-source = 視聴のきっかけ
segment-source-for_you = おすすめ
segment-source-following = フォロー中フィード
segment-source-search = 検索
segment-source-profile = プロフィール
segment-source-hashtag = ハッシュタグ
segment-source-sound = 楽曲
segment-source-other = その他
segment-device = デバイス
segment-device-mobile = スマートフォン
segment-device-desktop = パソコン
segment-device-tablet = タブレット
segment-device-tv = テレビ
segment-role = 職業
segment-language = 言語
segment-also = ほかにフォローしているもの

## Titles of charts: what is measured, and in which unit

title-history = { $platform }のフォロワー、月別
title-history-youtube = { $platform }のチャンネル登録者、月別
title-history-newsletter = { $platform }の購読者、月別
title-age-gender = { $platform }の年齢と性別、{ $basis }に占める割合（%）
title-ages = { $platform }の年齢、{ $basis }に占める割合（%）
title-genders = { $platform }の性別、{ $basis }に占める割合（%）
title-countries = { $platform }の国・地域、{ $basis }に占める割合（%）
title-cities = { $platform }の都市、{ $basis }に占める割合（%）
title-segment = { $platform }の{ $set }、{ $basis }に占める割合（%）

## Findings: written only when the data says so

share-one-in-ten = 10人に1人
    .of = 1割
share-two-in-ten = 10人に2人
    .of = 2割
share-one-in-four = 4人に1人
    .of = 4分の1
share-three-in-ten = 10人に3人
    .of = 3割
share-one-in-three = 3人に1人
    .of = 3分の1
share-four-in-ten = 10人に4人
    .of = 4割
share-half = 半数
    .of = 半分
share-six-in-ten = 10人に6人
    .of = 6割
share-two-in-three = 3人に2人
    .of = 3分の2
share-seven-in-ten = 10人に7人
    .of = 7割
share-three-in-four = 4人に3人
    .of = 4分の3
share-eight-in-ten = 10人に8人
    .of = 8割
share-nine-in-ten = 10人に9人
    .of = 9割
share-percent = { $percent }
finding-largest-group =
    { $gender ->
        [female] { $share }が*{ $band }の女性*です。
        [male] { $share }が*{ $band }の男性*です。
       *[other] { $share }が*{ $band }*です。
    }
finding-age = { $share }が{ $band }です。
finding-gender =
    { $gender ->
        [female] { $share }が女性です。
        [male] { $share }が男性です。
       *[other] { $share }が「その他」または無回答です。
    }
finding-country = { $share }の居住国・地域は{ $country }です。
summary = { $parts }。
summary-group =
    { $gender ->
        [female] { $band }の女性{ $share }
        [male] { $band }の男性{ $share }
       *[other] { $band }{ $share }
    }
summary-age = { $band }が{ $share }
summary-gender =
    { $gender ->
        [female] 女性が{ $share }
        [male] 男性が{ $share }
       *[other] その他・無回答が{ $share }
    }
summary-country = { $country }が{ $share }
finding-two = { $first }*{ $second }*
finding-non-followers = 視聴の{ $share }は、まだフォローしていない人によるものです。
finding-non-followers-formats = { $format }の視聴の{ $share }は、まだフォローしていない人によるものです。
finding-growth-doubled = { $month }から2倍以上：{ $platform }。
finding-growth-tripled = { $month }から3倍以上：{ $platform }。
finding-growth-half = { $month }から1.5倍以上：{ $platform }。
finding-growth = { $month }からの増加：{ $platform }、{ $growth }。
finding-fastest = 最も伸びているのは{ $platform }、{ $month }から{ $growth }。

## Past campaigns

also-with = *そのほか*のお取引先
came-back = 再依頼
came-back-note = 強調した名前は再びご依頼いただいたお取引先です。
relationship-paid = タイアップ（有償）
relationship-gifted = 商品提供
relationship-affiliate = アフィリエイト
relationship-own = 自社ブランド
anonymous-brand = { $sector }ブランド、{ $year }年
anonymous-brand-sector = { $sector }ブランド
anonymous-brand-year = あるブランド、{ $year }年
anonymous-brand-alone = あるブランド
goal = 目的
made = 制作物
result = 結果
results = 結果
target = 目標
target-value = 目標は{ $value }
measured-after = { $number }日後
disclosure = PR表記
quote-by = { $role } { $person }
quote-by-of = { $company } { $role } { $person }
whole-story = くわしく読む
back-to-kit = メディアキットに戻る

## Milestones

next = 今後の予定
earlier = それ以前

## Services and prices

from = 最低
to = 〜
of = { $what }の
at-least = 最低{ $minimum }
per-post = 1投稿あたり
per-hour = 1時間あたり
per-day = 1日あたり
per-week = 1週間あたり
per-month = 1か月あたり
per-year = 1年あたり
per-event = 1イベントあたり
per-episode = 1エピソードあたり
per-issue = 1号あたり
add-ons = *オプション*
    .pop = *ついでに*これも
prices-in = 価格は{ $currency }表示です。
valid-until = 有効期限：{ $date }
prices-in-valid-until = 価格は{ $currency }表示、有効期限は{ $date }です。
turnaround-days =
    { $count ->
        [7] 1週間
        [14] 2週間
        [21] 3週間
        [28] 4週間
        [35] 5週間
        [42] 6週間
        [49] 7週間
        [56] 8週間
       *[other] { $number }日
    }
example = 例を見る
rates-on-request = 料金はお問い合わせください。
rates-on-request-reply = 料金はお問い合わせください。{ $time }以内に返信します。

## Steps and terms

week = 週
terms-usage = 二次利用
terms-exclusivity = 競合制限
terms-payment = お支払い
terms-revisions = 修正
terms-revisions-count =
    { $count ->
        [0] なし
       *[other] { $rounds }回
    }
terms-disclosure = PR表記
terms-good-for = 相性のよい分野
terms-not-for = お受けしていない分野

## Press

comma = 、
full-stop = 。
quoted = 「{ $text }」
testimonials = パートナーの声

## Tables: captions and heads of columns

caption-platforms = アカウントと数字
caption-history = 月別のフォロワー
caption-rates = サービスと料金
caption-audience = 数字を見る
caption-numbers = すべての数字とその数え方
column-platform = プラットフォーム
column-account = アカウント
column-followers = フォロワー
column-growth = 増加率
column-history = 月別
column-median-views = 視聴回数の中央値
column-views = 視聴回数
column-engagement = エンゲージメント
column-counts = 数えたもの
column-value = 値
column-window = 期間
column-posts = 投稿
column-date = 日付
column-source = 出典
column-age = 年齢

## How one number was made: the sentence beside it

made-typed = プラットフォームの表示を手で書き写したものです。
made-export = プラットフォームのエクスポートから取得したものです。
made-typed-average = 書き写した平均値、{ $posts }が対象です。
made-typed-median = 書き写した中央値、{ $posts }が対象です。
made-typed-rate = 書き写した率です。{ $base }。
made-typed-rate-posts = 書き写した率、{ $posts }が対象です。{ $base }。
made-floor = 「少なくとも」と書き写したもので、実際の数はこれより大きい値です。
made-sum = { $platforms }プラットフォームの最新の数を合計したものです。同じ人が複数の場所でフォローしている場合があります。
days-counted = { $all }日のうち{ $days }日
made-flow-sum = { $window }の合計です。
made-day-mean = { $window }の1日ごとの値の平均です。同じ人が複数の日に含まれる場合があるため、日ごとの値は合計しません。
made-day-peak = { $window }のうち最も多い1日です。
made-median = { $posts }の中央値です（公開期間：{ $window }）。
made-median-latest = 最新の{ $posts }の中央値です（公開期間：{ $window }）。
made-lower-quarter = { $posts }の4分の1がこの値以下です（公開期間：{ $window }）。
made-upper-quarter = { $posts }の4分の1がこの値以上です（公開期間：{ $window }）。
made-engagement-reach = いいね、コメント、シェア、保存の合計をリーチで割った値を投稿ごとに求め、{ $posts }の中央値を取ったものです（公開期間：{ $window }）。
made-engagement-views = いいね、コメント、シェア、保存の合計を視聴回数で割った値を投稿ごとに求め、{ $posts }の中央値を取ったものです（公開期間：{ $window }）。
made-engagement-followers = いいね、コメント、シェア、保存の合計を公開時のフォロワー数で割った値を投稿ごとに求め、{ $posts }の中央値を取ったものです（公開期間：{ $window }）。
made-growth = 最初の数から最後の数までの変化です（{ $between }）。
made-post = 1件の投稿について、プラットフォームが表示した数です。
source-hand = 手入力

## Method: one sentence for each way that occurs

method-no-numbers = このキットにはまだ数字がありません。掲載する際は、それぞれに日付、数えたもの、出典を添えます。
method-dates = すべての数字にはそれぞれの日付があります。最初の画面の日付は、そこにある数字のうち最も古いものです。
method-sources = 数字はたどることができ、日付と出典があります。プラットフォームのエクスポートから取得したか、プラットフォームの表示を手で書き写したものです。
method-typed = 「{ $source }」とある数字は、手で書き写したものです。
method-sum = 複数のプラットフォームのフォロワーは、人数ではなくフォロワー数として合計しています。同じ人が複数の場所でフォローしている場合があります。リーチと視聴者は合計しません。
method-window = 期間は{ $number }日間で、アカウントの最新の投稿の日に終わります。今日を基準にはしません。
method-median = 中央値は真ん中の値で、投稿の半数がこの値以上です。ひとつのプラットフォームのひとつの形式の投稿から求め、投稿の件数を添えています。
method-middle = 中央の半数は、同じ投稿の25パーセンタイルから75パーセンタイルまでで、表計算ソフトのQUARTILE.INCと同じ方法で求めています。
method-latest = 期間内の投稿が10件に満たない場合は、代わりに最新の投稿を、あるだけ（最大30件）対象にします。
method-few = 投稿が5件に満たない場合は、率を示しません。
method-engagement-reach = リーチあたりのエンゲージメントは、投稿のいいね、コメント、シェア、保存の合計を、リーチした人の数で割り、投稿全体の中央値を取ったものです。
method-engagement-views = 視聴回数あたりのエンゲージメントは、投稿のいいね、コメント、シェア、保存の合計を、その視聴回数で割り、投稿全体の中央値を取ったものです。
method-engagement-followers = フォロワーあたりのエンゲージメントは、投稿のいいね、コメント、シェア、保存の合計を、公開した日のフォロワー数で割り、投稿全体の中央値を取ったものです。
method-engagement-apart = 基準やプラットフォームの異なる率は平均しません。エンゲージメントには共通の標準がないためです。
method-engagement-typed = 一部の率は、プラットフォームまたは本人が持っていたものをそのまま書き写しています：{ $accounts }。添えられた基準のほかに、数え方はわかっていません。
method-engagement-unknown = 「基準の記載なし」は、率はわかっていても、何で割ったかがわからないことを意味します。
method-followers-at-publishing = 公開時のフォロワー数は、公開以前で最も近い数で、投稿より31日以内のものです。ない場合、その投稿にはフォロワーあたりの率がありません。
method-young = 期間の終わりの時点で公開から7日に満たない投稿は、まだ視聴が続いているため除いています。
method-paid = 広告で後押しした投稿、プレゼント企画、スポンサー付きの投稿はこれらの数字から除き、別に件数を示しています。
method-growth = 増加率は2つの数を比べ、両方の日付を示しています。30日あたりの値は複利で求めています。
method-shares = オーディエンスの割合は、プラットフォームが示す{ $basis }に占める割合です。100に足りない分は、独立した部分として示しています。
method-margins = 別々にわかっている年齢と性別を掛け合わせることはしません。
method-floor = 「少なくとも」は、実際の数がこれより大きいことを意味します。こうした数は合計にも率にも含めません。
method-rounding = 短い表記は切り捨てで、切り上げることはありません。99,999は9.9万になります。減少を小さく見せることはしません。
method-unknown = 報告のないものは不明であり、ゼロとして描くことはありません。
method-results = キャンペーンの結果は、わかっている場合、そのアカウントのふだんの値と比べています。

## Posts that were left out, account by account

left-out-boosted = 広告で後押しした投稿を{ $number }件除きました。
left-out-giveaway = プレゼント企画を{ $number }件除きました。
left-out-sponsored = スポンサー付きの投稿を{ $number }件除きました。
left-out-young = 公開から7日に満たない投稿を{ $number }件除きました。
left-out-no-followers = 公開日に近いフォロワー数がない投稿が{ $number }件あり、フォロワーあたりの率に含めていません。
left-out-no-base = 「{ $base }」の記載がない投稿が{ $number }件あり、その率に含めていません。
note-latest = { $formats }：{ $window }の投稿が10件に満たないため、最新の{ $posts }を対象にしています。
note-of = { $account }：{ $note }

## Small print

photo-credits = 写真
photo-credit = { $credit }、{ $licence }
numbers-as-data = 数字のデータ
kit-as-text = このキットのテキスト版
kit-as-row = 主な数字の表計算用データ（1行）
edition = 版 { $id }
download = ダウンロード
versions = ほかの言語
facts = 基本情報
links = リンク

## What is said to the brand for which alone a kit was made

edition-for = { $brand } 様
edition-for-on = { $brand } 様（{ $date }作成）
edition-until = 記載内容の有効期限：{ $date }
edition-over = 記載内容の有効期限（{ $date }）は過ぎています。新しい版をお求めください。
edition-only = { $brand } 様専用です。転送はご遠慮ください。

## The page that is not there

not-found-title = ページが見つかりません
not-found-heading = *このページ*はありません
not-found-text = アドレスが古いか、入力が間違っている可能性があります。
not-found-link = メディアキットへ

## The page that a passphrase opens

sealed-intro = リンクをお送りした方のためにご用意した、非公開のメディアキットです。
sealed-how = 開くには、リンクと一緒にお送りしたパスフレーズを入力してください。
sealed-passphrase = パスフレーズ
sealed-hint = 大文字と小文字、スペース、ハイフンの違いは区別されません。
sealed-show = 表示
sealed-hide = 非表示
sealed-open = 開く
sealed-opening = 開いています。数秒かかることがあります。
sealed-failed = 開けませんでした。パスフレーズをもう一度ご確認いただくか、{ $name }にリンクとパスフレーズをお問い合わせください。
sealed-insecure = このページは、httpsで始まるアドレスでのみ開けます。アドレスをご確認いただくか、{ $name }にリンクをお問い合わせください。
sealed-script = 開くには、JavaScriptを有効にした最新のブラウザが必要です。
sealed-here = この端末の中だけで開かれます。入力した内容がどこかに送られることはありません。

people = 人数
part-of-accounts = { $value }（{ $accounts }アカウント）
parts-rest =
    { $count ->
        [2] ほか2件
        [3] ほか3件
        [4] ほか4件
        [5] ほか5件
        [6] ほか6件
        [7] ほか7件
        [8] ほか8件
        [9] ほか9件
       *[other] ほか{ $number }件
    }

column-service = サービス
column-includes = 内容
column-time = 制作期間
column-unit = 単位
column-price = 料金
logarithmic = 対数目盛
