import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { AnswerOf, BodyInput } from '#contract/operation.ts';
import { type SavedView, changeView, listViews, removeView, saveView } from '#contract/views.ts';
import { call } from './call.ts';
import { useWrite } from './intent.ts';
import type { ProblemError } from './problemError.ts';
import { sessionQuery } from './session.ts';

const viewsKey = ['views'] as const;

const viewsQuery = queryOptions<SavedView[], ProblemError>({
  queryKey: viewsKey,
  queryFn: async ({ signal }) => (await call(listViews, { signal })).rows,
  staleTime: 60_000,
});

/** The views this person may open, in the order of their names. */
export function useViews() {
  return useQuery(viewsQuery);
}

/** What an opened view is called, once that is known. */
export function useViewName(id: string | undefined): string | undefined {
  const { data } = useQuery({ ...viewsQuery, enabled: id !== undefined });
  return data?.find((view) => view.id === id)?.name;
}

/** Keeps a table under a name. */
export function useSaveView() {
  return useWrite<BodyInput<typeof saveView>, AnswerOf<typeof saveView>>({
    send: (body, key) => call(saveView, { body, idempotencyKey: key }),
    settled: outdateViews,
  });
}

export type ViewChange = BodyInput<typeof changeView> & { id: string };

/** Renames or shares a view, keeps another table in it, or opens with it. */
export function useChangeView() {
  return useWrite<ViewChange, AnswerOf<typeof changeView>>({
    send: ({ id, ...body }, key) => call(changeView, { params: { id }, body, idempotencyKey: key }),
    settled: outdateViews,
    refused: outdateViews,
  });
}

/** Removes a view. */
export function useRemoveView() {
  return useWrite<{ id: string }, AnswerOf<typeof removeView>>({
    send: (params, key) => call(removeView, { params, idempotencyKey: key }),
    settled: outdateViews,
    refused: outdateViews,
  });
}

/** The session says which view the inventory opens with. */
function outdateViews(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: viewsKey });
  void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
}
