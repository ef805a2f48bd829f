import type { ReactNode } from 'react';
import { useMessages } from '../lib/language';
import { Button } from './button';
import { Dialog } from './dialog';
import { componentMessages } from './messages';
import './version-conflict.css';

export interface ConflictField {
  readonly label: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
  readonly differs: boolean;
}

interface VersionConflictProps {
  readonly open: boolean;
  readonly fields: readonly ConflictField[];
  /** save mine on top of the version that was just read */
  readonly onKeepMine: () => void;
  /** put the saved values into the form */
  readonly onTakeTheirs: () => void;
  /** back to the form, nothing changed */
  readonly onClose: () => void;
}

/** Shown when the server answers 412: both versions side by side, and a choice. */
export function VersionConflict({ open, fields, onKeepMine, onTakeTheirs, onClose }: VersionConflictProps) {
  const t = useMessages(componentMessages);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('versionTitle')}
      wide
      actions={
        <>
          <Button onClick={onKeepMine}>{t('versionKeepMine')}</Button>
          <Button variant="secondary" onClick={onTakeTheirs}>
            {t('versionTakeTheirs')}
          </Button>
        </>
      }
    >
      <p>{t('versionText')}</p>
      <div className="version-conflict" role="region" aria-label={t('versionTitle')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('versionField')}</th>
              <th scope="col">{t('versionMine')}</th>
              <th scope="col">{t('versionTheirs')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.label} className={field.differs ? 'version-conflict__differs' : undefined}>
                <th scope="row">{field.label}</th>
                <td>{field.mine}</td>
                <td>{field.differs ? <strong>{field.theirs}</strong> : field.theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
