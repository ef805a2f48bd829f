import { useMessages } from '../lib/language';
import { Button } from './button';
import { componentMessages } from './messages';
import { Notice } from './notice';

interface DraftNoticeProps {
  /** throw the draft away and empty the form */
  readonly onDiscard: () => void;
}

/** Above a form that was filled from a kept draft. */
export function DraftNotice({ onDiscard }: DraftNoticeProps) {
  const t = useMessages(componentMessages);
  return (
    <Notice
      action={
        <Button variant="text" size="small" onClick={onDiscard}>
          {t('draftDiscard')}
        </Button>
      }
    >
      {t('draftKept')}
    </Notice>
  );
}
