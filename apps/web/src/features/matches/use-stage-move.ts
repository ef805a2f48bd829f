import { isEndedStage, mayMoveTo, needsNote, type MatchStage } from '@ieum/domain';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { MATCHES_KEY, moveMatch, type Match, type MatchPage, type StageMove } from './api';
import { matchMessages } from './messages';

/** A move that somebody began and that needs more said: who won, why it was lost, why it goes back. */
export interface OpenMove {
  readonly match: Pick<Match, 'id' | 'stage' | 'title' | 'version'>;
  readonly to: MatchStage;
}

/** Nothing more has to be said: the card may go at once, and comes back when the server says no. */
function isHarmless({ match, to }: OpenMove): boolean {
  return to !== 'selected' && !isEndedStage(to) && !needsNote(match.stage, to);
}

interface StageMoves {
  /** the move that waits for its dialog; null = none */
  readonly open: OpenMove | null;
  readonly busy: boolean;
  readonly begin: (move: OpenMove) => void;
  /** with what the dialog asked for */
  readonly finish: (said: Omit<StageMove, 'stage'>) => void;
  readonly cancel: () => void;
}

/** Moving a card, on the board and on its page: by the rules, at once where that is harmless, else after a dialog. */
export function useStageMove(): StageMoves {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<OpenMove | null>(null);
  const [busy, setBusy] = useState(false);

  const send = useCallback(
    async ({ match, to }: OpenMove, said: Omit<StageMove, 'stage'>) => {
      setBusy(true);
      try {
        await moveMatch(match.id, match.version, { ...said, stage: to });
        say(t('moved', { stage: word(`stage_${to}`) }));
        setOpen(null);
      } catch (error) {
        const isStale = error instanceof ProblemError && error.code === 'VERSION_STALE';
        say(isStale ? t('stale') : sentence(error));
        // What was typed stays in the dialog, unless the card is not what it was.
        if (isStale) setOpen(null);
      }
      setBusy(false);
      await queryClient.invalidateQueries({ queryKey: MATCHES_KEY });
    },
    [queryClient, say, sentence, t, word],
  );

  const begin = useCallback(
    (move: OpenMove) => {
      const { match, to } = move;
      if (match.stage === to) return;
      if (!mayMoveTo(match.stage, to)) {
        const stages = { from: word(`stage_${match.stage}`), to: word(`stage_${to}`) };
        say(to === 'contracted' ? t('byContract') : t('noWay', stages));
        return;
      }
      if (!isHarmless(move)) {
        setOpen(move);
        return;
      }
      queryClient.setQueriesData<InfiniteData<MatchPage>>({ queryKey: [...MATCHES_KEY, 'list'] }, (pages) =>
        pages === undefined ? undefined : withStage(pages, match.id, to),
      );
      void send(move, {});
    },
    [queryClient, say, send, t, word],
  );
  return {
    open,
    busy,
    begin,
    finish: (said) => {
      if (open !== null) void send(open, said);
    },
    cancel: () => setOpen(null),
  };
}

function withStage(pages: InfiniteData<MatchPage>, id: string, stage: MatchStage): InfiniteData<MatchPage> {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((row) => (row.id === id ? { ...row, stage } : row)),
    })),
  };
}
