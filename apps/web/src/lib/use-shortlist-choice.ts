import { isSameChoice, type ShortlistChoice } from '@ieum/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { toggleKept, useKeptShortlist, type KeptChoice } from './kept-shortlist';
import { ProblemError } from './problem-error';
import { useMay } from './session';
import {
  addToShortlist,
  createShortlist,
  SHORTLISTS_KEY,
  shortlistsQuery,
  type Shortlist,
} from './shortlist-queries';
import { useIdempotencyKey } from './use-idempotency-key';

/**
 * Whether something is on a shortlist, and how it gets there. With an account that keeps shortlists they are on the
 * server; without one, the choice stays in this browser.
 */
export function useShortlistChoice() {
  const onServer = useMay()('shortlist:own');
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const kept = useKeptShortlist();
  const { data } = useQuery({ ...shortlistsQuery(), enabled: onServer });
  const lists: readonly Shortlist[] = data?.items ?? [];
  const listsWith = (choice: ShortlistChoice) =>
    lists.filter((list) => list.choices.some((one) => isSameChoice(one, choice)));

  return {
    onServer,
    lists,
    listsWith,
    isChosen: (choice: ShortlistChoice) =>
      onServer ? listsWith(choice).length > 0 : kept.some((one) => isSameChoice(one, choice)),
    toggleInBrowser: (choice: KeptChoice) => toggleKept(choice),
    /** The lists as they are now: a press may come before they are loaded. */
    loadLists: async () => (await client.ensureQueryData(shortlistsQuery())).items,
    /** A second press, here or in another tab, adds nothing and is no failure. @returns the title of the list */
    add: async (choice: ShortlistChoice, to: Shortlist | { readonly newTitle: string }): Promise<string> => {
      const { supplierId, catalogueItemId } = choice;
      const entry = { supplierId, catalogueItemId };
      if ('newTitle' in to) {
        const body = { title: to.newTitle, entries: [entry] };
        await createShortlist(body, key.headersFor(body));
      } else {
        await addToShortlist(to.id, choice, key.headersFor({ to: to.id, entry })).catch(
          (failure: unknown) => {
            if (!(failure instanceof ProblemError && failure.code === 'SHORTLIST_ENTRY_EXISTS'))
              throw failure;
          },
        );
      }
      key.renew();
      await client.invalidateQueries({ queryKey: SHORTLISTS_KEY });
      return 'newTitle' in to ? to.newTitle : to.title;
    },
  };
}
