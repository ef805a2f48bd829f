import type { Tx } from '../database/transactions';

/** Where a chain begins. */
export interface ChainAnchor {
  readonly kind: 'visit' | 'consultation' | 'need' | 'meeting' | 'match' | 'contract' | 'purchase';
  readonly id: string;
}

/** Everything that hangs together, by its ids. Row security has left out what the actor does not see. */
export interface ChainIds {
  readonly needs: readonly string[];
  readonly matches: readonly string[];
  readonly contracts: readonly string[];
  readonly purchases: readonly string[];
}

/**
 * A match holds its needs, the meeting that it began with and its contracts together. From a purchase the way goes back over its contract; from a visit or
 * a call, forward over every need that it found.
 */
export async function chainIds(tx: Tx, { kind, id }: ChainAnchor): Promise<ChainIds> {
  const at = (wanted: ChainAnchor['kind']) => (kind === wanted ? id : null);
  const rows = await tx.sql<{ needs: string[]; matches: string[]; contracts: string[]; purchases: string[] }>(
    `WITH begun AS (SELECT id, coalesce(adjusts_id, id) AS purchase_id, contract_id FROM purchases WHERE id = $1),
     of_contract AS (SELECT c.id, c.match_id FROM contracts c WHERE c.id = $2 OR c.id = (SELECT contract_id FROM begun)),
     found AS (SELECT n.id, n.match_id FROM needs n WHERE n.id = $4 OR n.visit_id = $5 OR n.consultation_id = $6),
     met AS (SELECT id FROM matches WHERE fair_booking_id = $7),
     match_ids AS (SELECT $3::uuid AS id UNION SELECT id FROM met UNION SELECT match_id FROM of_contract UNION SELECT match_id FROM found),
     contract_ids AS (SELECT id FROM of_contract
       UNION SELECT c.id FROM contracts c WHERE c.match_id IN (SELECT id FROM match_ids WHERE id IS NOT NULL))
     SELECT
       ARRAY(SELECT id FROM found
         UNION SELECT n.id FROM needs n WHERE n.match_id IN (SELECT id FROM match_ids WHERE id IS NOT NULL)) AS needs,
       ARRAY(SELECT id FROM match_ids WHERE id IS NOT NULL) AS matches,
       ARRAY(SELECT id FROM contract_ids) AS contracts,
       ARRAY(SELECT purchase_id FROM begun UNION SELECT p.id FROM purchases p JOIN contracts c
               ON c.institution_id = p.institution_id AND c.id = p.contract_id
             WHERE c.id IN (SELECT id FROM contract_ids) AND p.adjusts_id IS NULL AND p.state <> 'voided') AS purchases`,
    [at('purchase'), at('contract'), at('match'), at('need'), at('visit'), at('consultation'), at('meeting')],
  );
  return rows[0] ?? { needs: [], matches: [], contracts: [], purchases: [] };
}
