import { contractedRefusal } from '@ieum/domain';
import { LinkButton } from '../../components/link-button';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useMay } from '../../lib/session';
import type { MatchDetail } from './api';
import { matchMessages } from './messages';

/** What was signed, once, and the way to the contracts themselves. */
export function ContractsPanel({ match }: { readonly match: MatchDetail }) {
  const t = useMessages(matchMessages);
  const may = useMay();
  const hasContract = match.contractCount > 0;
  const amount = showKrw(match.contractKrw);
  return (
    <section className="panel stack stack--tight" aria-labelledby="match-contracts">
      <h2 id="match-contracts">{t('contracts')}</h2>
      <p>{hasContract ? t('contractsSome', { count: match.contractCount, amount }) : t('contractsNone')}</p>
      <div className="cluster">
        {hasContract && may('contract:read') && (
          <LinkButton variant="secondary" size="small" to={`/contracts?matchId=${match.id}`}>
            {t('contractsLink')}
          </LinkButton>
        )}
        {may('contract:write') && contractedRefusal(match.stage) === null && (
          <LinkButton variant="secondary" size="small" icon="plus" to={`/contracts/new?matchId=${match.id}`}>
            {t('contractNew')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
