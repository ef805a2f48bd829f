import type { MatrixWorld } from './matrix-world';

const NAME = '나대표';

/** Fills the places of the matrix world where a person can appear: somebody acknowledged, revised, decided, merged. */
export async function peopleToSee({ world, id }: MatrixWorld): Promise<void> {
  const { database } = world;
  const own = (resource: string) => id(resource, 'own');
  const institutionId = own('institutions');
  const userId = own('users');
  await database.sql('UPDATE suppliers SET representative = $1', [NAME]);
  await database.sql(
    `UPDATE purchase_targets SET state = 'acknowledged', acknowledged_at = now(), acknowledged_by = $1`,
    [userId],
  );
  await database.sql(
    `INSERT INTO purchase_target_revisions (institution_id, target_id, reason, revised_by) VALUES ($1, $2, '추경', $3)`,
    [institutionId, own('purchase-targets'), userId],
  );
  await database.sql(
    `INSERT INTO institution_target_revisions (institution_id, cycle_id, scheme_code, reason, revised_by)
     SELECT $1, $2, scheme_code, '추경', $3 FROM institution_targets WHERE cycle_id = $2 LIMIT 1`,
    [institutionId, own('purchase-target-cycles'), userId],
  );
  await database.sql(
    `UPDATE purchase_recounts SET state = 'kept', ended_at = now(), decided_by = $1, reason = '확인' WHERE institution_id = $2`,
    [userId, institutionId],
  );
  const entry = `jsonb_build_object('name', '새 기업', 'representative', $1::text, 'certificateNumber', '제1호', 'certifiedOn', '2016-01-04')`;
  await database.sql(`UPDATE supplier_import_rows SET entry = ${entry}`, [NAME]);
  await database.sql(`UPDATE supplier_reviews SET entry = ${entry}`, [NAME]);
  await database.sql(
    `INSERT INTO supplier_merges (supplier_id, into_id, reason, merged_by, merged_by_name) VALUES ($1, $2, '같은 기업', $3, $4)`,
    [id('suppliers', 'other'), own('suppliers'), userId, NAME],
  );
  await database.sql(
    `INSERT INTO supplier_verifications (supplier_id, subject, proposed, requested_by)
     VALUES ($1, 'facts', jsonb_build_object('representative', $2::text), $3)`,
    [own('suppliers'), NAME, userId],
  );
  await database.sql(
    `INSERT INTO support_team_members (area_id, team_id, user_id) SELECT area_id, id, $2 FROM support_teams WHERE id = $1`,
    [own('support-teams'), userId],
  );
  await database.sql(
    `INSERT INTO match_stage_changes (area_id, institution_id, match_id, to_stage, changed_by, changed_at)
     SELECT area_id, institution_id, id, stage, $2, now() FROM matches WHERE id = $1`,
    [own('matches'), userId],
  );
  await database.sql(
    `INSERT INTO visits (area_id, adviser_id, visited_on, state, visitee_kind, institution_id, visitee_key, purpose, created_by)
     VALUES ($1, $2, '2016-06-15', 'done', 'public_agency', $1, 'i:' || $1::uuid, 'sales', $2)`,
    [institutionId, userId],
  );
}
