import { MAX_SHORTLIST_ENTRIES, type ShortlistChoice } from '@ieum/domain';
import { useState } from 'react';
import { keptShortlist } from '../lib/kept-shortlist';
import { useMessages } from '../lib/language';
import { useShortlistChoice } from '../lib/use-shortlist-choice';
import { Button, type ButtonSize } from './button';
import { ShortlistDialog } from './shortlist-dialog';
import { shortlistButtonMessages } from './shortlist-messages';
import { useToast } from './toast';

interface ShortlistButtonProps {
  readonly supplier: { readonly id: string; readonly name: string };
  /** one of its published items; without it the enterprise as such is kept */
  readonly item?: { readonly id: string; readonly name: string };
  readonly size?: ButtonSize;
}

/**
 * Puts an enterprise, or one of its items, aside. One press when there is at most one list; a choice of list otherwise,
 * or when it is on a list already. For somebody without an account it is kept in the browser.
 */
export function ShortlistButton({ supplier, item, size = 'small' }: ShortlistButtonProps) {
  const t = useMessages(shortlistButtonMessages);
  const say = useToast();
  const choosing = useShortlistChoice();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<{ readonly failure: unknown } | null>(null);
  const choice: ShortlistChoice = { supplierId: supplier.id, catalogueItemId: item?.id ?? null };
  const name = item?.name ?? supplier.name;
  const chosen = choosing.isChosen(choice);

  const keepInBrowser = () => {
    if (!chosen && keptShortlist().length >= MAX_SHORTLIST_ENTRIES) return say(t('full'));
    choosing.toggleInBrowser({ ...choice, supplierName: supplier.name, itemName: item?.name ?? null });
    say(t(chosen ? 'takenOut' : 'kept'));
  };
  const keepOnServer = async () => {
    setBusy(true);
    try {
      const lists = await choosing.loadLists();
      if (chosen || lists.length > 1) setAsking({ failure: null });
      else {
        const title = await choosing.add(choice, lists[0] ?? { newTitle: t('defaultTitle') });
        say(t('added', { title }));
      }
    } catch (failure) {
      setAsking({ failure });
    }
    setBusy(false);
  };

  return (
    <>
      <Button
        variant={chosen ? 'tertiary' : 'secondary'}
        size={size}
        icon={chosen ? 'check' : 'plus'}
        busy={busy}
        aria-pressed={choosing.onServer ? undefined : chosen}
        aria-haspopup={choosing.onServer && chosen ? 'dialog' : undefined}
        className="no-print"
        onClick={choosing.onServer ? () => void keepOnServer() : keepInBrowser}
      >
        <span className="visually-hidden">{t('of', { name })} </span>
        {t(chosen ? 'chosen' : 'add')}
      </Button>
      {asking !== null && (
        <ShortlistDialog
          name={name}
          choice={choice}
          failure={asking.failure}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
