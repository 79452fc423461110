import { build } from './build.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { deploy } from './deploy.ts'
import { importEntries } from './import.ts'
import { newNotes } from './new.ts'
import { parse } from './parse.ts'
import { pictures } from './pictures.ts'
import { readers } from './readers.ts'
import { record } from './record.ts'
import { serve } from './serve.ts'
import { start } from './start.ts'

/** Every command, in the order of the help. Each imports what it needs only when it is called, so that the help is quick. */
export const commands: readonly Command[] = [start, newNotes, importEntries, build, check, record, parse, pictures, serve, deploy, readers]
