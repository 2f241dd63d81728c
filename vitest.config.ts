import { defineConfig } from 'vitest/config'

const own = {
  environment: 'node',
  testTimeout: 240_000,
  hookTimeout: 240_000,
  setupFiles: ['tests/given/same-each-time.ts'],
}

export default defineConfig({
  test: {
    reporters: ['default'],
    pool: 'forks',
    maxWorkers: 2,
    // Half the time of a run was the loading of the same modules for each file. What a file writes has a database of its own.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          ...own,
          name: 'rules',
          include: ['packages/*/src/**/*.test.ts', 'apps/web/src/**/*.test.ts', 'tests/recount/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...own,
          name: 'flows',
          include: [
            'tests/{flows,security,architecture,figures,load,faults}/**/*.test.ts',
            'apps/api/src/**/*.test.ts',
          ],
          globalSetup: ['tests/given/server.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...own,
          name: 'office',
          include: ['tests/office/**/*.test.ts'],
          globalSetup: ['tests/given/server.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...own,
          name: 'open-data',
          include: ['tests/open-data/**/*.test.ts'],
          globalSetup: ['tests/given/server.ts'],
        },
      },
    ],
  },
})
