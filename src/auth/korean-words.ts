// What Korean passwords are often made of: no dictionary package has Korean.

/** Words and names that come first to mind, the commonest first. */
const WORDS = `비밀번호 사랑해 사랑해요 사랑합니다 대한민국 안녕하세요 안녕 암호 비번 패스워드 관리자 한국 코리아 조선 북한 남한 통일 평양 서울 부산
  대구 인천 광주 대전 울산 제주 제주도 독도 한반도 백두산 한라산 개성 신의주 함흥 청진 원산 혜산 탈북 탈북자 탈북민 인권 북한인권 자유 평화 희망 정의 진실
  권고 이행 증거 확인 보고서 조사위원회 유엔 국제연합 국회 정부 통일부 외교부 가족 엄마 아빠 어머니 아버지 우리집 우리가족 아들 우리딸 여보 자기야 친구 행복 행복해
  감사 감사합니다 고맙습니다 화이팅 파이팅 하나님 하느님 예수님 예수 성경 교회 할렐루야 아멘 부처님 나무아미타불 천사 공주 왕자 바보 멍청이 고양이 강아지 토끼 호랑이
  무궁화 아리랑 태극기 김치 비빔밥 불고기 소주 맥주 커피 축구 야구 월드컵 붉은악마 손흥민 김연아 방탄소년단 소녀시대 아이유 뽀로로 세종대왕 이순신 김구 안중근 유관순
  김일성 김정일 김정은 김여정 김대중 노무현 문재인 박근혜 이명박 윤석열 이재명 봄 여름 가을 겨울 봄날 월요일 화요일 수요일 목요일 금요일 토요일 일요일 하나 둘셋
  일이삼사 하나둘셋 가나다라 가나다라마바사 아자차카타파하 컴퓨터 인터넷 학교 선생님 학생 회사 사무실 직원 단체 연대 시민 활동가 국장 간사 대표 회원
  민준 서준 도윤 예준 시우 하준 지호 주원 지후 준우 서연 서윤 지우 서현 하은 하윤 민서 지유 윤서 채원 지민 수빈 지영 은영 미영 은주 정희 영희 철수 순이
  김민준 이서연 박지훈 최지우 정민수 홍길동 아무개 꿈 별 하늘 바다 구름 햇살 나무 바람 사람 세상 세계 나라 우리나라 마음 기쁨 소망 믿음 은혜 축복 소나무 진달래`;

// Consonants that begin a syllable, vowels, and consonants that end one, in Unicode's order, as the keys of a Korean keyboard.
const FIRST = 'r R s e E f a q Q t T d w W c z x v g'.split(' ');
const VOWEL = 'k o i O j p u P h hk ho hl y n nj np nl b m ml l'.split(' ');
const LAST = ' r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g'.split(' ');
const SYLLABLES = 0xac00;

/** The keys that one presses for it, with the keyboard left in English: 사랑 is "tkfkd". Other characters stay. */
export const asTyped = (text: string): string =>
  text.normalize('NFC').replace(/[\uac00-\ud7a3]/g, (syllable) => {
    const place = syllable.charCodeAt(0) - SYLLABLES;
    const [first, vowel, last] = [Math.floor(place / 588), Math.floor((place % 588) / 28), place % 28];
    return `${FIRST[first] ?? ''}${VOWEL[vowel] ?? ''}${LAST[last] ?? ''}`;
  });

/** Each as it is written and as it is typed. */
export const KOREAN_WORDS: string[] = WORDS.split(/\s+/).flatMap((word) => [word, asTyped(word).toLowerCase()]);
