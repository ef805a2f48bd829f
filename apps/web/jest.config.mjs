/** Screen specs: one page or one component at a time, in jsdom. Network is answered by the spec itself. */
export default {
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx'],
  setupFiles: ['<rootDir>/jest-setup.mjs'],
  testEnvironment: '<rootDir>/jest-environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  maxWorkers: 2,
  moduleNameMapper: {
    '\\.css$': '<rootDir>/jest-style-stub.mjs',
    '^@ieum/domain$': '<rootDir>/../../libs/domain/src/index.ts',
    '^@ieum/api-client$': '<rootDir>/../../libs/api-client/src/index.ts',
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
};
