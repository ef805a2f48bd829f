/**
 * How a supplier becomes tokens, as functions of the database: the triggers of migration 0013 call them. Asking makes
 * the same tokens with libs/domain/src/suppliers/search-*.ts; a test compares the two.
 */

/** As SEARCH_SEPARATORS of the domain. Bodies are parsed when they are made: an index is built without our search path. */
const SEPARATORS = `E' \\t\\n\\u000b\\f\\r\\u1680\\u2028\\u2029\\ufeff.,·ㆍ\\u119e・''"“”‘’-‐–—_/&()[]:;!?~|'`;
const CONSONANTS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const codes = (first: number, count: number) =>
  String.fromCodePoint(...Array.from({ length: count }, (_, index) => first + index));
const INITIALS = codes(0x1100, 19);
const VOWELS_AND_FINALS = codes(0x1161, 21) + codes(0x11a8, 27);

/** Keys of the Korean keyboard (두벌식): of the 19 initials, 21 vowels and 27 finals, in the order of Unicode. */
const KEYS = [
  [0x1100, 'r R s e E f a q Q t T d w W c z x v g'],
  [0x1161, 'k o i O j p u P h hk ho hl y n nj np nl b m ml l'],
  [0x11a8, 'r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g'],
] as const;
const STROKES = KEYS.flatMap(([first, keys]) =>
  keys.split(' ').map((key, at) => [String.fromCodePoint(first + at), key] as const),
);
const ONE_KEY = STROKES.filter(([, key]) => key.length === 1);
/** Letters of two keys are replaced one by one, the others at once. */
const withTwoKeys = STROKES.filter(([, key]) => key.length === 2).reduce(
  (text, [letter, key]) => `replace(${text}, '${letter}', '${key}')`,
  'normalize(word, NFD)',
);

export const SEARCH_FUNCTIONS = `
  CREATE FUNCTION ieum_search_key(written text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql
  RETURN translate(lower(normalize(written, NFKC) COLLATE "pg_c_utf8"), ${SEPARATORS}, '');

  CREATE FUNCTION ieum_search_words(written text) RETURNS text[] IMMUTABLE PARALLEL SAFE LANGUAGE sql
  RETURN array_remove(string_to_array(translate(lower(normalize(written, NFKC) COLLATE "pg_c_utf8"), ${SEPARATORS},
    repeat(' ', length(${SEPARATORS}))), ' '), '');

  CREATE FUNCTION ieum_initials(key text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql
  RETURN translate(normalize(key, NFD), '${INITIALS}${VOWELS_AND_FINALS}', '${CONSONANTS}');

  CREATE FUNCTION ieum_parts(key text, size integer) RETURNS SETOF text IMMUTABLE PARALLEL SAFE LANGUAGE sql
  BEGIN ATOMIC SELECT DISTINCT substr(key, at, size) FROM generate_series(1, char_length(key) - size + 1) AS at; END;

  -- What one presses to write the word: 현수막 → gustnakr.
  CREATE FUNCTION ieum_key_strokes(word text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql
  RETURN translate(${withTwoKeys},
    '${ONE_KEY.map(([letter]) => letter).join('')}', '${ONE_KEY.map(([, key]) => key).join('')}');

  CREATE FUNCTION ieum_stroke_parts(strokes text) RETURNS text[] IMMUTABLE PARALLEL SAFE LANGUAGE sql
  RETURN (SELECT array_agg(part) FROM ieum_parts(strokes, 3) AS part);

  -- Nodes of 2^level days that together are exactly the days from..until (null = no end), both inclusive.
  CREATE FUNCTION ieum_day_nodes(valid_from date, valid_until date) RETURNS text[] IMMUTABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
  DECLARE
    l integer := greatest(0, valid_from - date '1900-01-01');
    r integer := least(coalesce(valid_until, date '2199-12-31'), date '2199-12-31') - date '1900-01-01';
    level integer := 0;
    nodes text[] := '{}';
  BEGIN
    WHILE l <= r LOOP
      IF l % 2 = 1 THEN nodes := nodes || (level || ':' || l); l := l + 1; END IF;
      IF r % 2 = 0 THEN nodes := nodes || (level || ':' || r); r := r - 1; END IF;
      EXIT WHEN l > r;
      l := l / 2; r := r / 2; level := level + 1;
    END LOOP;
    RETURN nodes;
  END $$;
`;

/** What counts as of the social economy when "any certificate" is asked for. */
const SOCIAL_ECONOMY = `'certified_social_enterprise', 'prospective_local', 'prospective_ministry', 'village_enterprise',
  'prospective_village', 'self_reliance_enterprise', 'cooperative', 'social_cooperative'`;

/**
 * The tokens of the suppliers in `named`, as rows of (id, tokens). One statement over all of them: calling a function for
 * each cost four times as much. The first letter of a token is its kind:
 *   g pair of letters anywhere   n … in the name   j two or three initial consonants   b first letter of a name or item
 *   m two or three initial consonants of the name   u three digits of the business number   d district   k kind   c category and each of its parents
 *   p step of a price (its length in binary digits and the first three of them)
 *   v certificate type (or any of the social economy) and node of days
 */
export const TOKENS_OF_NAMED = `
  SELECT id, array_agg(DISTINCT token COLLATE "C") AS tokens FROM (
    SELECT id, 'g' || substr(key, at, 2) AS token
      FROM named, unnest(name_key || item_keys || category_keys || other_keys) AS key, generate_series(1, char_length(key) - 1) AS at
    UNION ALL SELECT id, 'n' || substr(name_key, at, 2) FROM named, generate_series(1, char_length(name_key) - 1) AS at
    UNION ALL SELECT id, kind || part
      FROM (SELECT id, 'm' AS kind, name_initials AS initials FROM named
            UNION ALL SELECT id, 'j', initials FROM named, unnest(name_initials || item_initials) AS initials) AS i,
        generate_series(2, 3) AS size, generate_series(1, char_length(initials) - size + 1) AS at,
        LATERAL (SELECT substr(initials, at, size) AS part) AS p
      WHERE part ~ '^[ㄱ-ㅎ]+$'
    UNION ALL SELECT id, 'b' || left(text, 1) FROM named, unnest(name_key || item_keys || name_initials || item_initials) AS text
    UNION ALL SELECT id, 'u' || substr(business_number, at, 3) FROM named, generate_series(1, char_length(business_number) - 2) AS at
    UNION ALL SELECT id, 'd' || district_code FROM named WHERE district_code IS NOT NULL
    UNION ALL SELECT id, 'k' || kind FROM named, unnest(kinds) AS kind
    UNION ALL SELECT id, 'p' || length(digits) || ':' || left(digits, 3)
      FROM named, unnest(prices) AS price, LATERAL (SELECT to_bin(price) AS digits) AS b
    UNION ALL SELECT id, 'c' || left(code, size) FROM named, unnest(codes) AS code, generate_series(2, length(code), 2) AS size
    UNION ALL SELECT id, prefix || node
      FROM named, unnest(certificate_types, certificate_from, certificate_until) AS c (type, valid_from, valid_until),
        unnest(ieum_day_nodes(c.valid_from, c.valid_until)) AS node,
        unnest(ARRAY['v' || type || ':', CASE WHEN type IN (${SOCIAL_ECONOMY}) THEN 'vany:' END]) AS prefix
      WHERE prefix IS NOT NULL
  ) AS t GROUP BY id`;

export const DROP_SEARCH_FUNCTIONS = `
  DROP FUNCTION ieum_stroke_parts(text);
  DROP FUNCTION ieum_key_strokes(text);
  DROP FUNCTION ieum_parts(text, integer);
  DROP FUNCTION ieum_day_nodes(date, date);
  DROP FUNCTION ieum_initials(text);
  DROP FUNCTION ieum_search_words(text);
  DROP FUNCTION ieum_search_key(text);
`;
