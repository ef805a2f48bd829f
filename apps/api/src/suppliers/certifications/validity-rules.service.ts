import { Injectable } from '@nestjs/common';
import type { CertificationType } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import type {
  CertificationValidityRuleDto,
  CertificationValidityRuleListDto,
  ChangeCertificationValidityRuleDto,
  CreateCertificationValidityRuleDto,
} from './dto/validity-rule.dto';

interface RuleRow {
  id: string;
  type: CertificationType;
  effectiveFrom: string;
  validMonths: number | null;
  legalBasis: string;
  version: number;
}

const RULE = `SELECT id, type, effective_from AS "effectiveFrom", valid_months AS "validMonths", legal_basis AS "legalBasis",
  version FROM certification_validity_rules`;

/** How long certificates hold by default: guidance for who enters one, never a reason to refuse. */
@Injectable()
export class ValidityRulesService {
  constructor(private readonly transactions: Transactions) {}

  list(actor: Actor): Promise<CertificationValidityRuleListDto> {
    return this.transactions.run(actor, async (tx) => {
      const rows = await tx.sql<RuleRow>(`${RULE} ORDER BY type, effective_from DESC LIMIT 500`);
      return { items: rows.map(toRuleDto) };
    });
  }

  /** Refuses with RULE_OVERLAP when the type has a rule from that day already. */
  create(actor: Actor, input: CreateCertificationValidityRuleDto): Promise<CertificationValidityRuleDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const [row] = await tx.sql<{ id: string }>(
        `INSERT INTO certification_validity_rules (type, effective_from, valid_months, legal_basis)
         VALUES ($1, $2, $3, $4) RETURNING id`,
        [input.type, input.effectiveFrom, input.validMonths, input.legalBasis.trim()],
      );
      return toRuleDto(await findRule(tx, row?.id ?? refuse('NOT_FOUND')));
    });
  }

  change(
    actor: Actor,
    id: string,
    version: number,
    input: ChangeCertificationValidityRuleDto,
  ): Promise<CertificationValidityRuleDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await findRule(tx, id);
      await tx.updateVersion('certification_validity_rules', { id }, version, {
        effective_from: input.effectiveFrom ?? before.effectiveFrom,
        valid_months: input.validMonths === undefined ? before.validMonths : input.validMonths,
        legal_basis: input.legalBasis?.trim() ?? before.legalBasis,
      });
      return toRuleDto(await findRule(tx, id));
    });
  }
}

async function findRule(tx: Tx, id: string): Promise<RuleRow> {
  return (await tx.sql<RuleRow>(`${RULE} WHERE id = $1`, [id]))[0] ?? refuse('NOT_FOUND');
}

function toRuleDto(row: RuleRow): CertificationValidityRuleDto {
  const { id, type, effectiveFrom, validMonths, legalBasis, version } = row;
  return { id, type, effectiveFrom, validMonths, legalBasis, version };
}
