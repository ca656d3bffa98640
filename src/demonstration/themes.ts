import type { ContentTheme } from './content-people.js';

export const themes: ContentTheme[] = [
  { code: 'accountability', label: 'Accountability', labels: { ko: '책임 규명' } },
  { code: 'diplomacy', label: 'Diplomacy', labels: { ko: '외교' } },
  { code: 'death-penalty', label: 'Death penalty', labels: { ko: '사형' } },
  { code: 'un-cooperation', label: 'Cooperation with the UN', labels: { ko: '유엔과의 협력' } },
  { code: 'refugees', label: 'Refugees and returnees', labels: { ko: '난민과 송환자' } },
  { code: 'food-aid', label: 'Food aid', labels: { ko: '식량 지원' } },
  { code: 'overseas-workers', label: 'Overseas workers', labels: { ko: '해외 파견 노동자' } },
  { code: 'labour-rights', label: 'Labour rights', labels: { ko: '노동권' } },
  { code: 'kaesong', label: 'Kaesong', labels: { ko: '개성공단' } },
  { code: 'sanctions', label: 'Sanctions', labels: { ko: '제재' } },
  { code: 'humanitarian-access', label: 'Humanitarian access', labels: { ko: '인도적 접근' } },
  { code: 'health', label: 'Health', labels: { ko: '보건' } },
];
