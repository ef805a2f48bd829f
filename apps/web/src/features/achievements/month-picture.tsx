import type { MoneyUnit } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { LoadFailed } from '../../components/load-failed';
import { MonthColumns } from '../../components/month-columns';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { useRowsLink } from '../../lib/purchase-link';
import { achievementsQuery, optionalAchievementsQuery, type ReportQuestion } from './api';
import { achievementMessages } from './messages';

interface MonthPictureProps {
  readonly question: ReportQuestion;
  readonly unit: MoneyUnit;
  /** whether books are kept of the year before; it is not asked for otherwise */
  readonly hasYearBefore: boolean;
}

/** This year's months beside last year's whole ones; without last year's books alone. */
export function MonthPicture({ question, unit, hasYearBefore }: MonthPictureProps) {
  const t = useMessages(achievementMessages);
  const rowsLink = useRowsLink();
  const byMonth: ReportQuestion = { ...question, groupBy: 'month' };
  const now = useQuery(achievementsQuery(byMonth));
  const before = useQuery({
    ...optionalAchievementsQuery(lastYearOf(byMonth)),
    enabled: hasYearBefore,
  });
  if (now.isPending) return <PageSkeleton label={t('monthsTitle')} />;
  if (now.isError) return <LoadFailed error={now.error} onRetry={() => void now.refetch()} />;
  const last = new Map((before.data?.items ?? []).map((row) => [row.month, row.actualKrw]));
  return (
    <section className="panel">
      <MonthColumns
        title={t('monthsTitle')}
        unit={unit}
        {...(last.size > 0 ? { compareLabel: t('lastYear') } : {})}
        months={now.data.items.map((row) => ({
          month: row.month ?? 0,
          actualKrw: row.actualKrw,
          compareKrw: last.get(row.month) ?? null,
          to: rowsLink(row.rows),
        }))}
      />
    </section>
  );
}

/** The whole year before: an as-of day of this year says nothing about it. */
function lastYearOf(question: ReportQuestion): ReportQuestion {
  const before = { ...question, fiscalYear: question.fiscalYear - 1 };
  delete before.asOf;
  return before;
}
