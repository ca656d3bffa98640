import { useSyncExternalStore } from 'react';

/** A value outside of React that components watch. */
export class Watched<Value> {
  private readonly watchers = new Set<() => void>();

  constructor(private value: Value) {}

  get = (): Value => this.value;

  set(value: Value): void {
    if (Object.is(value, this.value)) return;
    this.value = value;
    for (const watcher of this.watchers) watcher();
  }

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
}

export const useWatched = <Value>(watched: Watched<Value>): Value => useSyncExternalStore(watched.watch, watched.get);
