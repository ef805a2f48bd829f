import type { MoneyUnit } from '@ieum/domain';
import { BulletBar } from '../../components/bullet-bar';
import { Legend } from '../../components/picture-or-table';
import { useMessages } from '../../lib/language';
import { organisationWords } from '../../lib/organisation-messages';
import { useRowsLink } from '../../lib/purchase-link';
import type { Report, ReportRow } from './api';
import { achievementMessages } from './messages';

interface AchievementBarsProps {
  readonly report: Report;
  readonly unit: MoneyUnit;
}

/** A bullet bar for each department, group by group since their budgets differ. */
export function AchievementBars({ report, unit }: AchievementBarsProps) {
  const t = useMessages(achievementMessages);
  const words = useMessages(organisationWords);
  const rowsLink = useRowsLink();
  return (
    <div className="stack stack--tight">
      <Legend
        items={[
          { mark: 'actual', label: t('legendActual') },
          { mark: 'over', label: t('legendOver') },
          { mark: 'target', label: t('legendTarget') },
          { mark: 'pace', label: t('legendPace') },
        ]}
      />
      {groupsOf(report.items).map(({ group, rows }) => (
        <section key={group ?? ''} className="achievement-group">
          {group !== null && <h3>{words(`group_${group}`)}</h3>}
          <div className="achievement-bars">
            {rows.map((row) => (
              <BulletBar
                key={row.id}
                label={row.name ?? '–'}
                rate={row.rate}
                paceKrw={row.pace.expectedKrw}
                unit={unit}
                to={rowsLink(row.rows)}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

const GROUPS = ['division', 'dong', 'health_center', 'affiliate', 'agency'] as const;
type Group = (typeof GROUPS)[number];

function groupsOf(rows: readonly ReportRow[]): { group: Group | null; rows: ReportRow[] }[] {
  const known = (row: ReportRow) => GROUPS.find((group) => group === row.group) ?? null;
  return [...GROUPS, null]
    .map((group) => ({ group, rows: rows.filter((row) => known(row) === group) }))
    .filter(({ rows: some }) => some.length > 0);
}
