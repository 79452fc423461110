/** How certainly a text names a person or an organisation: `maybe` names one only beside others or where authors stand. */
export type Likelihood = 'name' | 'maybe' | 'no'

/** Words between the parts of a name: `Laurens van der Maaten`, `Ramón y Cajal`. */
const particles = new Set(
  'de da do dos das del della di du la le les van von der den ter ten zu zum af av el al bin ibn ben y e i st'.split(' '),
)

/** A name that holds one of these is an organisation's, and may hold small words: `Institute of Standards`, `The Llama Team`. */
const organisationWords =
  /\b(?:institute|department|ministry|cent(?:er|re)|academy|bureau|office|council|agency|society|association|committee|commission|faculty|school|college|universit(?:y|é|ät)|lab(?:s|oratory|oratories)?|team|group|research|foundation|consortium|collaboration|company|corporation|inc|ltd|llc|gmbh)\b/i

/** Words that stand in brackets beside a title and are nobody's name: a status, a kind of paper, a remark. */
const notNames = new Set(
  `a accepted an and anonymous appendix are as at award best blog book but by camera chapter code comment comments coming demo draft
  edition extended findings first for from full here in introduction is it its journal long main my new no not note notes of on
  only or oral our outdated part paper poster preprint progress ready read reading rejected review revised second see short slides soon
  spotlight submitted summary survey than that the their these they this to todo track translation tutorial under unread update updated
  using v1 v2 version via video was we were when wip with withdrawn work workshop yes you`.split(/\s+/),
)

/** Conferences and journals of computer science, as people write them beside a title: `(ICML 2024)`. */
const venues = new Set(
  `aaai aamas acl acmmm aistats arxiv asru bmvc chi cikm coling colm colt conll corl cvpr eacl eccv emnlp focs iccv iclr icml icra
  icassp ijcai ijcnlp interspeech iros jmlr kdd miccai naacl nature nips neurips osdi pami pldi popl recsys rss science sigcomm siggraph
  sigir sigmod sosp soda stoc tacl tmlr tpami uai usenix vldb wacv wmt wsdm www`.split(/\s+/),
)

/** Common Korean family names of one syllable. */
const koreanFamilies = new Set(
  '강고공곽구국권금기길김나남노도류마맹명모문민박반방배백변복부서석선설성소손송신심안양어엄여연염예오옥온왕용우원위유육윤은음이인임장전정제조좌주지진차채천최추탁태편표하한함허현형호홍황',
)
const koreanLongFamilies = /^(?:남궁|황보|선우|제갈|사공|독고|서문)[가-힣]{1,2}$/u

/** Korean remarks of three syllables that begin as a family name does. */
const koreanRemarks = new Set([
  '정리중',
  '정리함',
  '정독중',
  '진행중',
  '수정중',
  '연구중',
  '추천함',
  '추천사',
  '이어짐',
  '유보함',
  '하는중',
  '원문만',
  '전체적',
  '주의점',
  '제목만',
  '한국어',
])

/** Common Chinese family names of one character, in both ways of writing. */
const chineseFamilies = new Set(
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文',
)

const koreanOrganisation = /(?:대학교?|대학원|연구소|연구원|연구실|학회|재단|그룹|주식회사|전자|팀|랩)$/u

/** Marks of affiliations behind a name: `Jean-Bastien Grill*1`, `김연구†`, `Ada Lovelace$^{1}$`, `Alan Turing¹`. One mark at a time, so that it can't backtrack. */
const mark = /(?:\$\{?\}?\^\{?[^$]{1,12}\$|[*∗†‡§¶#]\d{0,2}(?:,\d{1,2})*|[⁰¹²³⁴-⁹]|<sup>[^<]{1,12}<\/sup>|\^\d{1,2})$/u

/** The number of an affiliation right behind a name: `Hossam Isack2`. */
const gluedNumber = /(?<=\p{Ll})\d{1,2}(?:,\d{1,2})*$/u

/** A name without the marks of affiliations behind it and of emphasis or a link around it. */
export function withoutMarks(name: string): string {
  let bare = name
    .trim()
    .replace(/^\[\[(?:[^[\]|]*\|)?([^[\]]+)\]\]$/, '$1')
    .replace(/^\[([^[\]]+)\]\([^()\s]*\)$/, '$1')
    .replace(/^(\*\*|__|[*_`])(.+)\1$/, '$2')
  for (let marks = 0; marks < 12 && mark.test(bare); marks += 1) bare = bare.replace(mark, '').trimEnd()
  return bare.trim()
}

/** The same without a number right behind the name, where the names of a list are sure to be names. */
export function withoutFootnote(name: string): string {
  return withoutMarks(name).replace(gluedNumber, '').trim()
}

/** Whether a text is a venue of the table, alone or with its year: `ICML 2024`. */
export function isVenue(text: string): boolean {
  return venues.has(
    text
      .toLowerCase()
      .replace(/[\s'’-]{0,2}(?:\d{2}|\d{4})$/, '')
      .trim(),
  )
}

/**
 * How certainly a text is a name, by its letters alone: Latin words that begin with capitals and are none of the tables
 * above, Hangul of three syllables and ideographs of two or three that begin with a family name, kana parted as names are.
 *
 * @param written without affiliations or remarks in brackets
 */
export function likelihoodOfName(written: string): Likelihood {
  // Text copied from a PDF has accents parted from their letters: `Daume ́`.
  const text = written.replace(/\p{Cf}|\s(?=\p{M})/gu, '')
  if (text.length > 120 || /[?!"“”=@/\\<>[\]{}]|https?:/u.test(text)) return 'no'
  if (organisationWords.test(text) && /^\p{Lu}/u.test(text)) return 'name'
  if (/\p{Script=Hangul}/u.test(text)) return koreanName(text)
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return ideographicName(text)
  return alphabeticName(text)
}

function koreanName(text: string): Likelihood {
  if (koreanOrganisation.test(text) && text.length <= 20) return 'name'
  const name = text.replace(/^([가-힣]{1,2}) ([가-힣]{1,2})$/u, '$1$2')
  if (!/^[가-힣]{2,4}$/u.test(name) || koreanRemarks.has(name))
    return /^[가-힣]{1,2}[A-Z]|^[A-Z][\w ]*[가-힣]{2}$/u.test(text) ? 'maybe' : 'no'
  if (koreanLongFamilies.test(name)) return 'name'
  if (!koreanFamilies.has(name.charAt(0))) return name.length === 2 || name.length === 4 ? 'maybe' : 'no'
  return name.length === 3 ? 'name' : 'maybe'
}

function ideographicName(text: string): Likelihood {
  if (/^[\p{Script=Han}々]{1,4}[\s　][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{1,4}$/u.test(text)) return 'name'
  if (/^[\p{Script=Katakana}ー]+[・=＝\s][\p{Script=Katakana}ー・=＝\s]+$/u.test(text)) return 'name'
  if (!/^[\p{Script=Han}々]{2,5}$/u.test(text)) return 'no'
  return text.length <= 3 && chineseFamilies.has(text.charAt(0)) ? 'name' : 'maybe'
}

function alphabeticName(text: string): Likelihood {
  const words = text
    .replace(/^([^:]{1,30}): (?=\p{Lu})/u, '')
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0 || words.length > 6) return 'no'
  // `CHI` is a conference, `Ed H. Chi` a person.
  const [first] = words as [string, ...string[]]
  if (venues.has(first.toLowerCase().replace(/['’-]?\d{2,4}$/, '')) && !/\p{Ll}{2}/u.test(words[1] ?? '')) return 'no'
  let capitals = 0
  for (const word of words) {
    const key = word.toLowerCase().replace(/[.,]$/, '')
    if (particles.has(key) && word === key) continue
    if (notNames.has(key) && !/^\p{L}\.?$/u.test(word)) return 'no'
    if (!/^(?:[\p{Lu}\p{Lo}\p{Lt}]|[dlDL]['’]\p{Lu})[\p{L}\p{M}'’.&-]*\d{0,4}$/u.test(word)) return 'no'
    capitals += 1
  }
  if (capitals === 0) return 'no'
  if (/^[^\p{L}]*(?:19|20)\d\d/u.test(text)) return 'no'
  return capitals >= 2 ? 'name' : 'maybe'
}
