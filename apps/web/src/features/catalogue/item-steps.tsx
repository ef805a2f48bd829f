import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { StateBadge } from '../../components/state-badge';
import { useToast } from '../../components/toast';
import type { CatalogueItem } from '../../lib/catalogue-item';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { copyItem, takeStep, type ItemStep } from './api';
import { useCataloguePlace } from './catalogue-place';
import { ItemStateBadge } from './item-state-badge';
import { catalogueMessages } from './messages';

interface ItemStepsProps {
  readonly item: CatalogueItem;
  readonly onDone: (item: CatalogueItem) => void;
  readonly onStale: () => Promise<void>;
}

const DONE = {
  publish: 'published',
  archive: 'archived',
  restore: 'restored',
  confirm: 'confirmed',
} as const;

/** The item's state, and what may be done with it as a whole. */
export function ItemSteps({ item, onDone, onStale }: ItemStepsProps) {
  const t = useMessages(catalogueMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const navigate = useNavigate();
  const place = useCataloguePlace(item.supplierId);
  const idempotency = useIdempotencyKey();
  const [busy, setBusy] = useState<ItemStep | 'copy' | null>(null);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const guarded = async (what: ItemStep | 'copy', work: () => Promise<void>) => {
    setBusy(what);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'VERSION_STALE') await onStale();
      else setFailure(sentence(error));
    }
    setBusy(null);
    setAsking(false);
  };
  const take = (step: ItemStep) =>
    void guarded(step, async () => {
      onDone(await takeStep(item, step));
      say(t(DONE[step]));
    });
  const copy = () =>
    void guarded('copy', async () => {
      const made = await copyItem(item.id, idempotency.headersFor(item.version));
      idempotency.renew();
      say(t('copied'));
      await navigate(place.item(made.id));
    });
  return (
    <div className="stack stack--tight">
      <div className="cluster">
        <ItemStateBadge item={item} />
        {item.isStale && <StateBadge tone="warning" label={t('staleBadge')} />}
        {item.state === 'published' && (
          <Button size="small" icon="check" busy={busy === 'confirm'} onClick={() => take('confirm')}>
            {t('confirm')}
          </Button>
        )}
        {item.state === 'archived' && (
          <Button size="small" busy={busy === 'restore'} onClick={() => take('restore')}>
            {t('restore')}
          </Button>
        )}
        <Button size="small" variant="secondary" icon="copy" busy={busy === 'copy'} onClick={copy}>
          {t('copy')}
        </Button>
        {item.state !== 'archived' && (
          <Button size="small" variant="text" onClick={() => setAsking(true)}>
            {t('archive')}
          </Button>
        )}
      </div>
      {failure !== null && (
        <Notice tone="danger" live>
          {failure}
        </Notice>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => take('archive')}
        title={t('archiveTitle')}
        confirmLabel={t('archive')}
        busy={busy === 'archive'}
      >
        <p>{t('archiveText')}</p>
      </ConfirmDialog>
    </div>
  );
}
