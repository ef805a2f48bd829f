/** The chain of the rows that belong to no institution. */
export const NO_INSTITUTION = '00000000-0000-0000-0000-000000000000';

/**
 * SQL: the one text of an audit row `e` that its hash is made of: every column, in an order and spelling that do not
 * depend on settings. It stands here and not in the database, where whoever edits rows could edit it as well.
 */
const CANONICAL_TEXT = `jsonb_build_array(e.id, e.institution_id, (extract(epoch FROM e.occurred_at) * 1000000)::bigint,
  e.actor_id, e.request_id, e.table_name, e.row_id, e.action, e.before, e.after)::text`;

/** SQL: sha256 of an audit row `e`, 32 bytes. */
export const EVENT_HASH = `sha256(convert_to(${CANONICAL_TEXT}, 'UTF8'))`;

/** SQL: the chain that an audit row `e` belongs to. */
export const CHAIN_OF_EVENT = `coalesce(e.institution_id, '${NO_INSTITUTION}'::uuid)`;
