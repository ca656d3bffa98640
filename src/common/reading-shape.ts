import type { SortType } from './cursor.js';

/** SQL is written here by us alone: nothing in a Reading comes from a request. Values of filters are always parameters. */
export interface Reading {
  /** Table and its alias, `theme t`: the rows that are listed. */
  table: string;
  /** What holds its rows in the workspace that is entered, `?` being its id: where it isn't the column `workspace_id`. */
  within?: string;
  /** The same rows in another way, where keys are chosen among all of them: table and alias. */
  keys?: string;
  /** Members that an answer bears beside its own, of an item and of a page alike. */
  also?: string;
  /**
   * Joins that the item needs: LEFT JOINs, which neither drop nor double rows. A plan may be older than most rows of its tables;
   * with LEFT JOINs it can only begin with the page, and look up what belongs to it, however small it believes the tables to be.
   */
  joins?: string;
  /**
   * Columns that the keys bring along, by name: for an item that is told from them (`p.id`, `p.kind`) and joins nothing, since
   * several tables are behind the one that is listed.
   */
  brings?: Record<string, string>;
  /** JSON of one item over alias and joins: its own whitelist, tested against the View's schema. */
  item: string;
  /** Version column for the ETag; absent for rows that never change. */
  version?: string;
  /** When the row last changed, for `updatedSince`: when it was recorded where it never does. */
  changed: string;
  /** What may be sorted by: never null, and with an index where lists are long. */
  sorts: Record<string, { by: string; type: SortType }>;
  /** What may be filtered by: a condition over the alias alone, `?` standing for the value. */
  filters?: Record<string, string>;
  /** A table that answers one value of a filter better: one row for each item of that value, columns and alias the same. */
  narrower?: { filter: string; table: string; condition: string };
  /** A function of value, cursor and number that answers ids and sort keys, where nothing but this filter is asked for. */
  finder?: { filter: string; sort: string; call: string };
}

/** A page's question: the page itself, a sort (`dueOn`, `-dueOn`), and values for the reading's filters. */
export interface PageOf {
  limit: number;
  cursor?: string;
  count?: boolean;
  /** Instead of `count`: counts no further than this, and says one more where there are more. */
  countUpTo?: number;
  updatedSince?: string;
  sort: string;
}
