import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { ROOT } from './settings.ts'
import { viteProgram } from './web/build.ts'

/** What `npm run dev` runs: the API, started anew when its files change, and Vite in front of it at one address. */
const API_PORT = '4000'
const port = process.env['PORT'] ?? '3000'

function run(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
}

const vite = await viteProgram()
const children = [
  run(['--watch', '--watch-preserve-output', path.join(ROOT, 'apps/api/src/start.ts'), '--api-only'], {
    PORT: API_PORT,
    PUBLIC_URL: `http://localhost:${port}`,
  }),
  run([vite, path.join(ROOT, 'apps/web'), '--port', port, '--strictPort', '--host', 'localhost'], {
    HUBLINE_API: `http://localhost:${API_PORT}`,
  }),
]

function stop(): void {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
for (const child of children) child.once('exit', stop)
