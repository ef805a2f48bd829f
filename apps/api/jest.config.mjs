/** Tests run in process against a real PostgreSQL; TEST_DATABASE_URL names its maintenance database. */
export default {
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/e2e/**/*.e2e-spec.ts', '<rootDir>/e2e/**/*.house-spec.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/e2e/support/global-setup.mjs',
  maxWorkers: 2,
  testTimeout: 30_000,
  moduleNameMapper: {
    '^@ieum/domain$': '<rootDir>/../../libs/domain/src/index.ts',
    '^@ieum/api-client$': '<rootDir>/../../libs/api-client/src/index.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
};
