// Somebody's peers in another state. Pure.

import type { Setting } from './setting.js';

const PEERS =
  /^(?:their|its|his|her|your|our|the)\s(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)\s(?:\p{Ll}+\s)?(?:partners?|counterparts?|allies|ally|colleagues?|hosts?|interlocutors?|opposite numbers?|friends?|leaders|officials|authorities)$/u;

/** The state of "their Emirati partners". */
export function peerOf(party: string, { names }: Setting): string | undefined {
  const [peer] = names.mentionsIn(PEERS.exec(party)?.[1] ?? '');
  return peer?.how === 'demonym' && peer.start === 0 ? peer.name : undefined;
}
