import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { CheckList } from '../../components/check-list';
import { Dialog } from '../../components/dialog';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { api } from '../../lib/api';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { unwrap } from '../../lib/unwrap';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { usePaused } from '../../lib/use-paused';
import { addCandidates, MATCHES_KEY, type MatchDetail } from './api';
import { matchMessages } from './messages';

interface FindCandidatesProps {
  readonly match: MatchDetail;
  readonly onClose: () => void;
}

/** The public search, narrowed to certificates that are valid today; several are added at once. */
export function FindCandidatesDialog({ match, onClose }: FindCandidatesProps) {
  const t = useMessages(matchMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const [outsider, setOutsider] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const found = useQuery(findsQuery(usePaused(words.trim())));
  const present = new Set(
    match.candidates.filter((one) => one.outcome !== 'withdrawn').map((one) => one.supplierId),
  );
  const options = new Map([
    ...chosen,
    ...(found.data?.items ?? [])
      .filter(({ id }) => !present.has(id))
      .map(({ id, name }) => [id, name] as const),
  ]);

  const add = async () => {
    const name = outsider.trim();
    const body = { supplierIds: [...chosen.keys()], names: name === '' ? [] : [name] };
    if (body.supplierIds.length + body.names.length === 0) {
      setFault(t('addMissing'));
      return;
    }
    setBusy(true);
    try {
      await addCandidates(match.id, body, idempotency.headersFor(body));
      say(t('added'));
      onClose();
    } catch (error) {
      setFault(sentence(error));
    }
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: MATCHES_KEY });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('findTitle')}
      wide
      actions={
        <>
          <Button busy={busy} onClick={() => void add()}>
            {t('add')}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <div className="stack stack--tight">
        {fault !== null && (
          <Notice tone="danger" live>
            {fault}
          </Notice>
        )}
        <p>{t('findLead')}</p>
        <TextField
          label={t('findWords')}
          type="search"
          maxLength={100}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {found.error !== null && <LoadFailed error={found.error} onRetry={() => void found.refetch()} />}
        <p aria-live="polite">
          {found.isFetching ? t('findLoading') : t('chosenCount', { count: chosen.size })}
        </p>
        {options.size > 0 ? (
          <div className="candidate-finds" role="region" aria-label={t('findTitle')} tabIndex={0}>
            <CheckList
              label={t('candidate')}
              value={[...chosen.keys()]}
              onChange={(ids) => setChosen(new Map(ids.map((id) => [id, options.get(id) ?? id])))}
              options={[...options].map(([value, label]) => ({ value, label }))}
            />
          </div>
        ) : (
          !found.isFetching && <p>{t('findNone')}</p>
        )}
        <TextField
          label={t('outsiderName')}
          hint={t('outsiderHint')}
          maxLength={100}
          autoComplete="off"
          value={outsider}
          onChange={(event) => setOutsider(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

function findsQuery(words: string) {
  const query = {
    ...(words === '' ? {} : { q: words.slice(0, 100).normalize('NFC') }),
    certifiedOn: today(),
    limit: 30,
    facets: false,
  };
  return {
    queryKey: ['suppliers', 'candidates', query],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      unwrap(api.GET('/api/v1/suppliers', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  };
}
