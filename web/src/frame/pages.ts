import {
  IconChartBar,
  IconChartDots,
  IconChecklist,
  IconFileText,
  IconGitBranch,
  IconHistory,
  IconInbox,
  IconLayoutList,
  IconListDetails,
  IconMailForward,
  IconPaperclip,
  IconSettings,
  IconBuildingBank,
  type Icon,
} from '@tabler/icons-react';

/** Where one can go from everywhere, in the order of the menu; `key` goes there after "g". */
export const PAGES = [
  { name: 'overview', to: '/w/$workspace', icon: IconChartBar, key: 'o' },
  { name: 'forMe', to: '/w/$workspace/for-me', icon: IconInbox, key: 'm' },
  { name: 'followUps', to: '/w/$workspace/follow-ups', icon: IconLayoutList, key: 'f' },
  { name: 'recommendations', to: '/w/$workspace/recommendations', icon: IconListDetails, key: 'r' },
  { name: 'addressees', to: '/w/$workspace/addressees', icon: IconBuildingBank, key: 'a' },
  { name: 'sources', to: '/w/$workspace/sources', icon: IconFileText, key: 's' },
  { name: 'engagements', to: '/w/$workspace/engagements', icon: IconMailForward, key: 'l' },
  { name: 'evidence', to: '/w/$workspace/evidence', icon: IconPaperclip, key: 'e' },
  { name: 'figures', to: '/w/$workspace/figures', icon: IconChartDots, key: 'n' },
  { name: 'dataQuality', to: '/w/$workspace/data-quality', icon: IconChecklist, key: 'q' },
  { name: 'workflows', to: '/w/$workspace/workflows', icon: IconGitBranch, key: 'w' },
  { name: 'audit', to: '/w/$workspace/audit', icon: IconHistory, key: 'u' },
  { name: 'settings', to: '/w/$workspace/settings', icon: IconSettings, key: ',' },
] as const satisfies readonly { name: string; to: string; icon: Icon; key: string }[];
