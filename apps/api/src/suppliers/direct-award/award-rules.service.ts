import { Injectable } from '@nestjs/common';
import { awardRuleOverlapRefusal, awardRuleRefusal, tidyLine, type AwardRuleFacts } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { withoutUndefined } from '../../common/without-undefined';
import { Transactions, type Tx } from '../../database/transactions';
import { awardRuleById, awardRules, type AwardRuleRow } from './direct-award.queries';
import {
  toAwardRuleDto,
  type AwardRuleDto,
  type CorrectAwardRuleDto,
  type CreateAwardRuleDto,
  type EndAwardRuleDto,
} from './dto/award-rule.dto';

/** A rule with how it was checked and where it is from. */
type AwardRuleContent = AwardRuleFacts & Pick<AwardRuleRow, 'verificationNote' | 'source'>;

/** The thresholds as administrators keep them. They are one for everybody: the route's permission decides. */
@Injectable()
export class AwardRulesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, on?: string): Promise<AwardRuleDto[]> {
    return this.transactions.run(actor, async (tx) => (await awardRules(tx, on)).map(toAwardRuleDto));
  }

  get(actor: Actor, id: string): Promise<AwardRuleDto> {
    return this.transactions.run(actor, async (tx) => toAwardRuleDto(await findRule(tx, id)));
  }

  /** @throws Refused RULE_INVALID {field}, RULE_OVERLAP {ruleId} */
  create(actor: Actor, input: CreateAwardRuleDto): Promise<AwardRuleDto> {
    const content = {
      ...input,
      certificationTypes: input.certificationTypes ?? [],
      minVulnerableEmploymentBp: input.minVulnerableEmploymentBp ?? null,
      validFrom: input.validFrom ?? null,
      validTo: input.validTo ?? null,
      verificationNote: input.verificationNote ?? null,
      source: input.source ?? null,
    };
    return this.transactions.runOnce(actor, async (tx) => {
      await assertFits(tx, content, null);
      const columns = { ...columnsOf(content), changed_by: actor.userId, changed_at: this.clock.now() };
      const names = Object.keys(columns);
      const [row] = await tx.sql<{ id: string }>(
        `INSERT INTO direct_award_rules (${names.join(', ')})
         VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING id`,
        Object.values(columns),
      );
      return toAwardRuleDto(await findRule(tx, row?.id ?? refuse('NOT_FOUND')));
    });
  }

  correct(actor: Actor, id: string, version: number, input: CorrectAwardRuleDto): Promise<AwardRuleDto> {
    const { reason, ...change } = input;
    return this.write(actor, id, version, reason, (before) => ({ ...before, ...withoutUndefined(change) }));
  }

  /** Its last day; what was decided by it before stays as it was. */
  end(actor: Actor, id: string, version: number, input: EndAwardRuleDto): Promise<AwardRuleDto> {
    return this.write(actor, id, version, input.reason, (before) => ({ ...before, validTo: input.validTo }));
  }

  private write(
    actor: Actor,
    id: string,
    version: number,
    reason: string,
    change: (before: AwardRuleRow) => AwardRuleContent,
  ): Promise<AwardRuleDto> {
    return this.transactions.run(actor, async (tx) => {
      const after = change(await findRule(tx, id, true));
      await assertFits(tx, after, id);
      await tx.updateVersion('direct_award_rules', { id }, version, {
        ...columnsOf(after),
        change_reason: reason,
        changed_by: actor.userId,
        changed_at: this.clock.now(),
      });
      return toAwardRuleDto(await findRule(tx, id));
    });
  }
}

/** The rule says which other one is in the way; the exclusion constraint holds when two write at the same time. */
async function assertFits(tx: Tx, rule: AwardRuleContent, ownId: string | null): Promise<void> {
  assertAllowed(awardRuleRefusal(rule));
  const others = (await awardRules(tx)).filter((one) => one.id !== ownId);
  assertAllowed(awardRuleOverlapRefusal(rule, others));
}

async function findRule(tx: Tx, id: string, lock = false): Promise<AwardRuleRow> {
  return (await awardRuleById(tx, id, lock)) ?? refuse('NOT_FOUND');
}

function columnsOf(rule: AwardRuleContent) {
  return {
    rule: rule.rule,
    enterprise_class: rule.enterpriseClass,
    certification_types: rule.certificationTypes,
    min_vulnerable_employment_bp: rule.minVulnerableEmploymentBp,
    contract_kinds: rule.contractKinds,
    limit_krw: rule.limitKrw,
    valid_from: rule.validFrom,
    valid_to: rule.validTo,
    legal_basis: tidyLine(rule.legalBasis),
    verification: rule.verification,
    verification_note: rule.verificationNote,
    source: rule.source === null ? null : tidyLine(rule.source),
  };
}
