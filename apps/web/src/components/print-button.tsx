import { useMessages } from '../lib/language';
import { Button } from './button';
import { componentMessages } from './messages';

export function PrintButton() {
  const t = useMessages(componentMessages);
  return (
    <Button variant="secondary" size="small" icon="print" className="no-print" onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
}
