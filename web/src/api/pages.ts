import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

interface PageOf<Item> {
  items: Item[];
  nextCursor: string | null;
  count?: number;
}

/** How such a list is read, for who asks before it is shown. */
export const pagesOf = <Item>(queryKey: QueryKey, read: (cursor: string | undefined) => Promise<PageOf<Item>>) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** A list that is read page by page, in order, as far as somebody asks; the first page says how many there are. */
export function usePages<Item>(queryKey: QueryKey, read: (cursor: string | undefined) => Promise<PageOf<Item>>) {
  const query = useInfiniteQuery({ ...pagesOf(queryKey, read), placeholderData: keepPreviousData });
  return { ...query, items: query.data?.pages.flatMap(({ items }) => items) ?? [], count: query.data?.pages[0]?.count };
}
