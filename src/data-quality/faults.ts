// What can be wrong with the record, by name, in the order in which it is shown; and what is wrong, in both languages.

export const FAULTS = [
  'damaged-file',
  'altered-words',
  'named-origin',
  'unfounded-state',
  'no-new-evidence',
  'older-than-evidence',
  'stale',
  'missing-source',
  'dead',
  'unarchived',
  'out-of-range',
  'double-recommendation',
  'repeated-ask',
  'double-evidence',
  'double-addressee',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What somebody can say of that it is fine as it is. */
export const DISMISSABLE = ['recommendation', 'source', 'evidence', 'indicator', 'addressee', 'intake'] as const;
/** What is in an inbox is one person's own: they take it out, and have nobody to say it to. */
export const SUBJECTS = [...DISMISSABLE, 'inbox-item'] as const;

export const MESSAGES: Record<Fault, Sentence> = {
  'damaged-file': {
    en: 'The stored file is no longer what came in, or is gone, or its key is missing.',
    ko: '저장된 파일이 들어온 것과 다르거나, 없어졌거나, 열쇠가 없습니다.',
  },
  'altered-words': {
    en: 'What this restricted piece says is not what was written last, as the log says.',
    ko: '이 열람 제한 자료의 내용이 기록에 남은 마지막 내용과 다릅니다.',
  },
  'named-origin': {
    en: 'The name of the original of this restricted piece is kept in the clear: take it off.',
    ko: '이 열람 제한 자료의 원본 이름이 봉인되지 않은 채 남아 있습니다. 이름을 지우세요.',
  },
  'unfounded-state': {
    en: 'It was said how this stands, and no evidence is attached.',
    ko: '상태가 기록되어 있지만 첨부된 증거가 없습니다.',
  },
  'no-new-evidence': {
    en: 'The state changed on evidence that an earlier change stood on already.',
    ko: '이전 변경이 이미 근거로 삼은 증거만으로 상태가 바뀌었습니다.',
  },
  'older-than-evidence': {
    en: 'All the evidence cited was published after the day on which this is said to have happened.',
    ko: '인용한 증거가 모두, 일이 일어났다고 한 날보다 뒤에 발행되었습니다.',
  },
  stale: { en: 'It is open, and nothing changed for a long time.', ko: '진행 중이지만 오랫동안 바뀐 것이 없습니다.' },
  'missing-source': {
    en: 'Recommendations are taken from this source, and neither a link to it nor its document is there.',
    ko: '이 출처에서 나온 권고가 있지만 출처의 링크도 문서도 없습니다.',
  },
  dead: {
    en: 'The page that the link led to is gone.',
    ko: '링크가 가리키던 웹페이지가 사라졌습니다.',
  },
  unarchived: {
    en: 'Only the link is kept: when the page goes, nothing shows what it said.',
    ko: '링크만 있습니다. 웹페이지가 사라지면 내용을 확인할 수 없습니다.',
  },
  'out-of-range': { en: 'A figure that can hardly be right.', ko: '맞다고 보기 어려운 수치입니다.' },
  'double-recommendation': {
    en: 'Two recommendations of one source with the same words.',
    ko: '한 출처에 같은 내용의 권고가 두 개 있습니다.',
  },
  'repeated-ask': {
    en: 'Two sources ask the same in the same words, and neither is linked to the other.',
    ko: '두 출처가 같은 내용을 요청하지만 서로 연결되어 있지 않습니다.',
  },
  'double-evidence': {
    en: 'The same place at the same address was entered as two pieces of evidence.',
    ko: '같은 주소의 같은 부분이 두 증거 자료로 등록되어 있습니다.',
  },
  'double-addressee': { en: 'Two addressees with almost the same name.', ko: '이름이 거의 같은 대상이 둘 있습니다.' },
};

interface Sentence {
  en: string;
  ko: string;
}

/** How a file was found when it was read last. */
const DAMAGE: Record<'changed' | 'missing' | 'locked', Sentence> = {
  changed: {
    en: 'What is stored is not what came in: it is not handed out.',
    ko: '저장된 내용이 들어온 것과 달라 내보내지 않습니다.',
  },
  missing: { en: 'What was stored is gone.', ko: '저장된 파일이 없어졌습니다.' },
  locked: {
    en: 'The key that opens it is missing on this server; the file itself was not looked at.',
    ko: '파일을 여는 열쇠가 이 서버에 없습니다. 파일 자체는 확인하지 못했습니다.',
  },
};
const OF_A_COPY: Sentence = { en: 'A kept copy of the link.', ko: '보관해 둔 링크 사본입니다.' };

/** SQL of what is wrong, in the reader's language. */
export const messageOf = (fault: Fault): string => inWords(MESSAGES[fault]);

/** SQL of what became of a file, by the outcome of its check, in the reader's language. */
export const damageOf = (check: string): string => `concat_ws(' ',
    CASE ${check}.kind WHEN 'link-copy' THEN ${inWords(OF_A_COPY)} END,
    CASE ${check}.outcome ${Object.entries(DAMAGE)
      .map(([outcome, words]) => `WHEN '${outcome}' THEN ${inWords(words)}`)
      .join(' ')} END)`;

function inWords(sentence: Sentence): string {
  const words = JSON.stringify(sentence).replaceAll("'", "''");
  return `coalesce('${words}'::jsonb->>current_setting('app.language', true), '${words}'::jsonb->>'en')`;
}
