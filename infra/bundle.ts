import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, buildSync } from 'esbuild'
import { type FunctionEntry, functions } from './manifest.ts'

/** The folder of the project, from which the paths of the manifest count. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

/**
 * How each function is bundled. The SDK goes in: its version is then ours, and loads faster than the one that Lambda
 * brings. No source map: with contents it costs 10 ms of each cold start.
 */
export const bundling: BuildOptions = {
  absWorkingDir: projectFolder,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  alias: {
    'brotli/decompress.js': './infra/no-woff2.cjs',
    '@digitalbazaar/http-client': './infra/no-fetching.cjs',
  },
  // Dependencies written for CommonJS ask for `require`, which a module does not have.
  banner: {
    js: "import{createRequire as requireFor}from'node:module';const require=requireFor(import.meta.url);",
  },
  logLevel: 'error',
}

/**
 * Bundles a function into the folder as it lies in Lambda: `index.mjs`, and beside it `files/` with what it reads
 * while running. The stack and the bench call this.
 */
export function bundleInto(
  folder: string,
  { entry, files = [] }: Pick<FunctionEntry, 'entry' | 'files'>,
): void {
  buildSync({ ...bundling, entryPoints: [entry], outfile: join(folder, 'index.mjs') })
  copyFiles(join(folder, 'files'), files)
}

/** Bundles every function into a folder of its name: the same bytes, sooner, because what they share is read once. */
export function bundleEveryFunctionInto(folder: string): void {
  buildSync({
    ...bundling,
    entryPoints: Object.fromEntries(functions.map(({ name, entry }) => [`${name}/index`, entry])),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
  })
  for (const { name, files = [] } of functions) copyFiles(join(folder, name, 'files'), files)
}

function copyFiles(folder: string, files: readonly string[]): void {
  if (files.length > 0) mkdirSync(folder, { recursive: true })
  for (const file of files) copyFileSync(join(projectFolder, file), join(folder, basename(file)))
}

/**
 * Bundles the whole house of this machine, each file under its own name: the local system and every function share
 * what they share. Packages stay where npm has put them, and files beside the sources are found beside the sources.
 */
export async function bundleHouseInto(folder: string): Promise<void> {
  const system = 'infra/local'
  await build({
    ...bundling,
    entryPoints: [`${system}/run-house.ts`, ...functions.map(({ entry }) => entry)],
    outdir: folder,
    outbase: projectFolder,
    splitting: true,
    packages: 'external',
    minify: false,
    banner: {},
    sourcemap: true,
    define: { 'import.meta.dirname': JSON.stringify(join(projectFolder, system)) },
  })
}
