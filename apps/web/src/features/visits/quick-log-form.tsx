import { useState } from 'react';
import { CheckboxField } from '../../components/checkbox-field';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { visitMessages } from './messages';
import { isShortcutOn, setShortcut } from './quick-log-key';
import { VisitForm } from './visit-form';
import { emptyVisit, visitHabit } from './visit-values';

/** Inside the dialog: a visit of today that took place. */
export function QuickLogForm({ onSaved }: { readonly onSaved: () => void }) {
  const t = useMessages(visitMessages);
  const [start] = useState(() => emptyVisit(visitHabit(), today(), 'done'));
  const [shortcut, setShown] = useState(isShortcutOn);
  return (
    <div className="stack">
      <VisitForm draftName="quick" start={start} onSaved={onSaved} />
      <CheckboxField
        label={t('shortcut')}
        hint={t('shortcutHint')}
        checked={shortcut}
        onChange={(event) => {
          setShown(event.target.checked);
          setShortcut(event.target.checked);
        }}
      />
    </div>
  );
}
