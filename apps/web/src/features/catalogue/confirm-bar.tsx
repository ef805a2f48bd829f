import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useToast } from '../../components/toast';
import type { CatalogueItem } from '../../lib/catalogue-item';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { CATALOGUE_KEY, confirmItems } from './api';
import { catalogueMessages } from './messages';

interface ConfirmBarProps {
  readonly supplierId: string;
  /** the published items in sight */
  readonly items: readonly CatalogueItem[];
  readonly chosen: readonly CatalogueItem[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** "Still valid" for several items at once: all of them or none. */
export function ConfirmBar({ supplierId, items, chosen, onChoose }: ConfirmBarProps) {
  const t = useMessages(catalogueMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const stale = items.filter((item) => item.isStale);
  const confirm = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const count = await confirmItems(
        supplierId,
        chosen.map((item) => item.id),
      );
      say(t('confirmedMany', { count }));
      onChoose([]);
    } catch (error) {
      setFailure(sentence(error));
    }
    await client.invalidateQueries({ queryKey: CATALOGUE_KEY });
    setBusy(false);
  };
  return (
    <>
      {failure !== null && (
        <Notice tone="danger" live>
          {failure}
        </Notice>
      )}
      {stale.length > 0 && chosen.length === 0 && (
        <Notice
          tone="warning"
          action={
            <Button variant="secondary" size="small" onClick={() => onChoose(stale.map((item) => item.id))}>
              {t('chooseStale', { count: stale.length })}
            </Button>
          }
        >
          {t('staleNotice', { count: stale.length })}
        </Notice>
      )}
      {chosen.length > 0 && (
        <div className="panel cluster cluster--spread no-print" role="group" aria-label={t('confirmChosen')}>
          <span aria-live="polite">{t('chosen', { count: chosen.length })}</span>
          <div className="cluster">
            <Button size="small" icon="check" busy={busy} onClick={() => void confirm()}>
              {t('confirmChosen')}
            </Button>
            <Button size="small" variant="text" onClick={() => onChoose([])}>
              {t('chooseNone')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
