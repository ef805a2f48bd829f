import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Disclosure } from '../../components/disclosure';
import { FormulaTip } from '../../components/formula-tip';
import { LoadFailed } from '../../components/load-failed';
import { Skeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { visitSummaryQuery, type VisitSummary } from './api';
import { visitMessages } from './messages';
import { visitedAddress } from './visit-filters';
import './visit-sums.css';

/** So many institutions in so many visits, by kind and by adviser; every figure opens its rows. */
export function VisitSums({ year }: { readonly year: number }) {
  const t = useMessages(visitMessages);
  const { data, error, refetch } = useQuery(visitSummaryQuery(year));
  const title = t('summaryTitle', { year: String(year) });
  return (
    <section className="panel stack stack--tight" aria-labelledby="visit-sums-title">
      <h2 id="visit-sums-title">
        {title} <FormulaTip label={title} formula={t('formula')} />
      </h2>
      {error !== null && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Skeleton height="16rem" />}
      {data !== undefined && <KindSums sums={data} />}
      {data !== undefined && data.byAdviser.length > 0 && (
        <Disclosure title={t('byAdviser')}>
          <AdviserSums sums={data} />
        </Disclosure>
      )}
    </section>
  );
}

function KindSums({ sums }: { readonly sums: VisitSummary }) {
  const t = useMessages(visitMessages);
  const figure = (count: number, to: string) => (
    <td>
      <Link to={to}>{count.toLocaleString('ko-KR')}</Link>
    </td>
  );
  return (
    <table className="visit-sums">
      <thead>
        <tr>
          <th scope="col">{t('visiteeKind')}</th>
          <th scope="col">{t('institutions')}</th>
          <th scope="col">{t('visits')}</th>
        </tr>
      </thead>
      <tbody>
        {sums.byKind.map(({ visiteeKind, institutions, visits }) => (
          <tr key={visiteeKind}>
            <th scope="row">{t(`kind_${visiteeKind}`)}</th>
            {figure(institutions, visitedAddress(sums.year, { kind: visiteeKind }))}
            {figure(visits, visitedAddress(sums.year, { kind: visiteeKind }))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          {figure(sums.institutions, visitedAddress(sums.year, {}))}
          {figure(sums.visits, visitedAddress(sums.year, {}))}
        </tr>
      </tfoot>
    </table>
  );
}

function AdviserSums({ sums }: { readonly sums: VisitSummary }) {
  const t = useMessages(visitMessages);
  return (
    <table className="visit-sums">
      <thead>
        <tr>
          <th scope="col">{t('adviser')}</th>
          <th scope="col">{t('team')}</th>
          <th scope="col">{t('visits')}</th>
        </tr>
      </thead>
      <tbody>
        {sums.byAdviser.map((row) => (
          <tr key={`${row.adviserId} ${row.teamId ?? ''}`}>
            <th scope="row">{row.adviserName ?? '–'}</th>
            <td>{row.teamName ?? t('noTeam')}</td>
            <td>
              <Link to={visitedAddress(sums.year, { adviser: row.adviserId })}>
                {row.visits.toLocaleString('ko-KR')}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
