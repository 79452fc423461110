/** Names of people, given and family, of no one in particular. */
const given =
  'Ada Amir Anika Boris Camila Chidi Daria Dong-hyun Elif Emeka Farah Felix Greta Hana Haruto Ingrid Ivo Jana Jonas Kavya Keiko Lars Leila Linh Marek Mina Nadia Nils Olga Omar Paulo Priya Quentin Rosa Ruth Samir Seo-yeon Sofia Tariq Tomas Uma Viktor Wei Xin Yara Yusuf Zoe Zhenya'.split(
    ' ',
  )
const family =
  'Abara Ahlgren Aydin Baek Bauer Castillo Chen Dimitrov Duarte Eriksen Farkas Fischer Gupta Haddad Hoang Ito Ivanova Jansen Kamau Kang Kowalski Laurent Lindqvist Liu Marino Mehta Mori Moyo Nakamura Nguyen Novak Okafor Oliveira Park Petrov Quispe Rahman Rossi Sato Schulz Singh Sorensen Suzuki Takeda Torres Ueda Varga Wang Weber Xu Yamada Yilmaz Zhang Zhou'.split(
    ' ',
  )
const koreanFamily = '김이박최정강조윤장임한오서신권황안송류홍'.split('')
const koreanGiven = '민준 서윤 도현 지우 하은 예준 수아 시우 지호 채원 은우 다은 건우 유진 현서 소율 준혁 나연 태윤 가온'.split(' ')

/** About 3,000 people. They are so ordered that neighbours share no name, since the first are drawn the most. */
export const people: readonly string[] = [
  ...shuffledPairs(given, family).map(([first, last]) => `${first} ${last}`),
  ...shuffledPairs(koreanGiven, koreanFamily).map(([first, last]) => last + first),
]

/** Every pair of the two lists, diagonal after diagonal. */
function shuffledPairs(one: readonly string[], other: readonly string[]): readonly (readonly [string, string])[] {
  return other.flatMap((_, diagonal) => one.map((first, index) => [first, other[(index + diagonal) % other.length] as string] as const))
}

const topics =
  'llm vision speech agents reasoning alignment retrieval robotics benchmark optimisation diffusion safety theory code multimodal efficiency interpretability datasets evaluation translation graphs audio video math medicine law finance climate chemistry biology physics education games fairness privacy compression hardware search memory dialogue planning 정렬 번역 음성 추론 최적화 검색 로봇 평가 데이터 이론'.split(
    ' ',
  )
const kinds = 'survey scaling training inference pruning robustness uncertainty synthesis detection generation'.split(' ')
const fields =
  'text image molecule tabular timeseries document point-cloud protein trajectory sensor music sketch handwriting satellite radiology'.split(
    ' ',
  )

/** Two hundred tags, the most used first. No two of them look like one written otherwise. */
export const tags: readonly string[] = [...topics, ...fields.flatMap((field) => kinds.map((kind) => `${field}-${kind}`))].slice(0, 200)
