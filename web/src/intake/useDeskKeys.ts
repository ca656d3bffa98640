import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { useRef } from 'react';
import { sectionsOf } from './sections';
import { type Desk, isLeft } from './useDesk';

/** "g" and a letter go to another page: such a letter is no act. */
const TOGETHER = 1200;

interface DeskKeys {
  desk: Desk;
  mayDecide: boolean;
  onSplit: () => void;
  onReject: () => void;
  onAdd: () => void;
  /** Chooses the one in hand, or no longer, for what is done with several at once. */
  onTick: () => void;
  /** One goes on with the keyboard: what is in hand takes the focus along. */
  onMoved: () => void;
}

/** Deciding by keyboard alone; never while somebody types, or while something lies over the page. */
export function useDeskKeys({ desk, mayDecide, onSplit, onReject, onAdd, onTick, onMoved }: DeskKeys): void {
  const began = useRef(0);
  const onPage = (act: () => void) => (event: KeyboardEvent) => {
    const isOver = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
    if (isOver || Date.now() - began.current < TOGETHER) return;
    onMoved();
    act();
  };
  const ways: HotkeyItem[] = [
    ['j', onPage(() => desk.go(1))],
    ['k', onPage(() => desk.go(-1))],
    ['ArrowDown', onPage(() => desk.go(1))],
    ['ArrowUp', onPage(() => desk.go(-1))],
  ];
  const acts: HotkeyItem[] = [
    ['a', onPage(desk.accept)],
    ['shift+A', onPage(() => acceptSection(desk))],
    ['r', onPage(() => desk.reject())],
    ['x', onPage(onReject)],
    ['o', onPage(() => desk.chosen && !isLeft(desk.chosen) && desk.reopen())],
    ['m', onPage(desk.mergeNext)],
    ['s', onPage(onSplit)],
    ['e', onPage(() => desk.setEditing(true))],
    ['n', onPage(onAdd)],
    ['t', onPage(onTick)],
    ['u', onPage(desk.undo)],
  ];
  useHotkeys([
    ['g', () => (began.current = Date.now()), { preventDefault: false }],
    ...ways,
    ...(mayDecide ? acts : []),
  ]);
}

/** All that is left of the section that the one in hand stands in. */
function acceptSection(desk: Desk): void {
  const section = sectionsOf(desk.proposals).find(({ proposals }) =>
    proposals.some(({ id }) => id === desk.chosen?.id),
  );
  const left = section?.proposals.filter(isLeft) ?? [];
  if (left.length > 0) desk.many(left, { state: 'accepted' });
}
