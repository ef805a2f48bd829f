import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import noCycles from './tools/eslint/no-cycles.mjs';
import { roomsRule } from './tools/eslint/rooms.mjs';
import * as syntax from './tools/eslint/syntax.mjs';
import {
  API,
  apiRefusal,
  projectWalls,
  projectWallsOfSpecs,
  WEB,
  webRefusal,
} from './tools/eslint/walls.mjs';

const SPECS = ['**/*.spec.ts', '**/*.spec.tsx', '**/*-spec.ts', '**/e2e/**'];

/** `no-restricted-syntax` is replaced, not added to, by a later entry; so each entry names all its lists. */
const refuse = (...lists) => ({ 'no-restricted-syntax': ['error', ...syntax.everywhere, ...lists.flat()] });

const boundaries = (depConstraints) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    { allow: [], enforceBuildableLibDependency: false, banTransitiveDependencies: false, depConstraints },
  ],
});

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      '.data/',
      '.nx/',
      '**/coverage/',
      'libs/api-client/src/generated/',
      '**/test-results/',
    ],
  },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: {
      '@nx': nx,
      ieum: {
        rules: {
          'no-cycles': noCycles,
          'api-rooms': roomsRule({ root: API, refusal: apiRefusal }),
          'web-rooms': roomsRule({ root: WEB, nested: ['features'], refusal: webRefusal }),
        },
      },
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    rules: {
      'max-lines': ['error', 350],
      'no-undef': 'off',
      'no-unused-vars': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...boundaries(projectWalls),
      ...refuse(),
      'max-lines': ['error', 350],
      eqeqeq: 'error',
      'ieum/no-cycles': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
    },
  },
  {
    // The rules' own settings know no Node; their spec files have settings of their own.
    files: ['libs/domain/src/**/*.spec.ts'],
    languageOptions: { parserOptions: { projectService: false, project: 'libs/domain/tsconfig.spec.json' } },
  },
  { files: SPECS, rules: { ...boundaries(projectWallsOfSpecs), ...refuse(syntax.inTests) } },

  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: SPECS,
    rules: {
      ...refuse(syntax.noDefaultExport, syntax.noClock),
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^[^.]', message: 'The rules depend on nothing: no package, no Node module.' }],
        },
      ],
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'console',
        'setTimeout',
        'localStorage',
        'window',
        'document',
      ],
    },
  },
  { files: ['libs/api-client/src/**/*.ts'], ignores: SPECS, rules: refuse(syntax.noDefaultExport) },

  {
    files: ['apps/api/src/**/*.ts'],
    rules: {
      ...refuse(syntax.noDefaultExport, syntax.inApi, syntax.environmentOnlyInConfig),
      'ieum/api-rooms': 'error',
      'no-console': 'off',
    },
  },
  { files: ['apps/api/src/config/**/*.ts'], rules: refuse(syntax.noDefaultExport, syntax.inApi) },

  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...refuse(syntax.noDefaultExport),
      'ieum/web-rooms': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['apps/web/src/**/*.tsx'],
    ignores: SPECS,
    rules: refuse(syntax.noDefaultExport, syntax.noKoreanText),
  },
  // A page that is loaded when it is opened is found by its default export.
  { files: ['apps/web/src/**/*-{page,home}.tsx'], ignores: SPECS, rules: refuse(syntax.noKoreanText) },
  // A page is tested inside the frame that `app` puts around it.
  {
    files: ['apps/web/src/**/*.spec.{ts,tsx}'],
    rules: { ...refuse(syntax.inTests), 'ieum/web-rooms': 'off' },
  },
);
