/** Ways of writing that are not wanted, as `no-restricted-syntax` entries; each says what to do instead. */
const entry = (selector, message) => ({ selector, message });

export const everywhere = [
  entry(
    'TSAsExpression > TSAsExpression.expression[typeAnnotation.type="TSUnknownKeyword"]',
    'Do not force a type through unknown; give the value its type where it is made.',
  ),
];

export const inTests = [
  entry(
    'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|fixme|failing)$/]',
    'Every test runs: take it out or make it hold.',
  ),
  entry('CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', 'Every test runs.'),
];

export const noDefaultExport = [
  entry('ExportDefaultDeclaration', 'Export it by its name, so that it has one name everywhere.'),
];

export const inApi = [
  entry(
    'CallExpression[callee.name="forwardRef"]',
    'A forwardRef hides a cycle; move what both need to a third place.',
  ),
  entry(
    'ImportSpecifier[imported.name="forwardRef"]',
    'A forwardRef hides a cycle; move what both need to a third place.',
  ),
];

export const environmentOnlyInConfig = [
  entry(
    'MemberExpression[object.name="process"][property.name="env"]',
    'Only config reads the environment; inject CONFIG instead.',
  ),
  entry(
    'MemberExpression[object.name="process"][property.value="env"]',
    'Only config reads the environment; inject CONFIG.',
  ),
  entry(
    'VariableDeclarator[init.name="process"]',
    'Only config reads the environment; inject CONFIG instead.',
  ),
  entry(
    'ImportDeclaration[source.value=/^(node:)?process$/]',
    'Only config reads the environment; inject CONFIG instead.',
  ),
];

export const noClock = [
  entry(
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'A rule has no clock: take `today` as an argument.',
  ),
  entry('CallExpression[callee.name="Date"]', 'A rule has no clock: take `today` as an argument.'),
  entry(
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    'A rule has no clock: take `today` as an argument.',
  ),
  entry('MemberExpression[object.name="performance"]', 'A rule has no clock: take `today` as an argument.'),
  entry(
    'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    'A rule does not throw dice.',
  ),
];

const HANGUL = '/[\\u1100-\\u11ff\\u3130-\\u318f\\uac00-\\ud7af]/';
const CATALOGUE = 'Korean text lives in a messages.ts catalogue, never in a component.';
export const noKoreanText = [
  entry(`Literal[value=${HANGUL}]`, CATALOGUE),
  entry(`JSXText[value=${HANGUL}]`, CATALOGUE),
  entry(`TemplateElement[value.raw=${HANGUL}]`, CATALOGUE),
];
