import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CheckList } from '../../components/check-list';
import { ConfirmDialog } from '../../components/dialog';
import { LoadFailed } from '../../components/load-failed';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { attachNeeds, MATCHES_KEY, openNeedsQuery, type MatchDetail } from './api';
import { matchMessages } from './messages';

interface AttachNeedsProps {
  readonly match: MatchDetail;
  readonly onClose: () => void;
}

/** Further open needs of the same institution that the match meets as well. */
export function AttachNeedsDialog({ match, onClose }: AttachNeedsProps) {
  const t = useMessages(matchMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(openNeedsQuery(match.institutionId));
  const [chosen, setChosen] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const attach = async () => {
    setTried(true);
    if (chosen.length === 0) return;
    setBusy(true);
    try {
      await attachNeeds(match.id, chosen);
      say(t('changed'));
      onClose();
    } catch (failure) {
      say(sentence(failure));
    }
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: MATCHES_KEY });
    await queryClient.invalidateQueries({ queryKey: ['needs'] });
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => void attach()}
      title={t('attachNeeds')}
      confirmLabel={t('attach')}
      busy={busy}
    >
      {error !== null && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && data.items.length === 0 && <p>{t('openNeedsNone')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <CheckList
          label={t('openNeeds')}
          value={chosen}
          onChange={setChosen}
          error={tried && chosen.length === 0 ? t('choose') : undefined}
          options={data.items.map((need) => ({ value: need.id, label: need.title }))}
        />
      )}
    </ConfirmDialog>
  );
}
