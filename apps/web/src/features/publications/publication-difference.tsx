import type { MoneyUnit } from '@ieum/domain';
import { LinkButton } from '../../components/link-button';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import type { Publication } from './api';
import { publicationMessages } from './messages';

type Line = Publication['difference']['lines'][number];
type Field = Line['fields'][number];

interface PublicationDifferenceProps {
  readonly publication: Publication;
  readonly unit: MoneyUnit;
  /** where the changed rows are listed, for those who may see them */
  readonly changedLink: string | undefined;
}

/** What this version says otherwise than the one before it, and why. */
export function PublicationDifference({ publication, unit, changedLink }: PublicationDifferenceProps) {
  const t = useMessages(publicationMessages);
  const { difference, version, reason } = publication;
  const lines = difference.lines.flatMap(changesOf);
  const show = (line: Line['before'], field: Field | null) => {
    if (line === null) return '–';
    if (field === 'name') return line.name;
    if (field === 'rank') return line.rank ?? '–';
    if (field === 'display') return line.display === null ? t('noTarget') : `${line.display}%`;
    if (field === 'targetKrw') return line.targetKrw ? showKrw(line.targetKrw, unit) : t('noTarget');
    return showKrw(line.actualKrw, unit);
  };
  return (
    <section className="panel stack stack--tight">
      <h2>{t('differenceTitle')}</h2>
      {version === 1 ? (
        <p>{t('differenceFirst')}</p>
      ) : (
        <>
          {reason !== null && <p>{t('differenceReason', { reason })}</p>}
          <div className="cluster cluster--spread">
            <p>{t('differencePurchases', difference.purchases)}</p>
            {changedLink !== undefined && (
              <LinkButton variant="secondary" size="small" to={changedLink}>
                {t('openChanged')}
              </LinkButton>
            )}
          </div>
          {lines.length === 0 ? (
            <p>{t('differenceNone')}</p>
          ) : (
            <div className="picture__scroll" role="region" aria-label={t('differenceTitle')} tabIndex={0}>
              <table className="picture__table">
                <thead>
                  <tr>
                    <th scope="col">{t('subject')}</th>
                    <th scope="col">{t('field')}</th>
                    <th scope="col">{t('before')}</th>
                    <th scope="col">{t('after')}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map(({ line, field }) => (
                    <tr key={`${line.subjectId}:${field ?? line.kind}`}>
                      <th scope="row">{line.name}</th>
                      <td>{field === null ? t(`kind_${line.kind}`) : t(`field_${field}`)}</td>
                      <td>{show(line.before, field)}</td>
                      <td>{show(line.after, field)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** One line for each field that differs; one for a department that came or went. */
function changesOf(line: Line): { line: Line; field: Field | null }[] {
  return line.fields.length === 0 ? [{ line, field: null }] : line.fields.map((field) => ({ line, field }));
}
