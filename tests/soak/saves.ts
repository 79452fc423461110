import { appendFileSync, copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Leaves a text in a file of a folder of content, or in one that stands for it. */
type Save = (file: string, text: string) => void | Promise<void>

const remove = (path: string): void => rmSync(path, { recursive: true, force: true })

/** Something hidden beside a file, on the same disk, that a preview doesn't read. */
const hidden = (file: string, ending: string): string => join(dirname(file), `.${basename(file)}.${ending}`)

const byRename =
  (temporary: (file: string) => string): Save =>
  (file, text) => {
    writeFileSync(temporary(file), text)
    renameSync(temporary(file), file)
  }

/** The ways in which programs and people save, by what does so. */
export const saves: Readonly<Record<string, Save>> = {
  'echo >, nano, Obsidian: in place': (file, text) => writeFileSync(file, text),
  'VS Code: emptied, then written': (file, text) => {
    writeFileSync(file, '')
    appendFileSync(file, text)
  },
  'a slow disk: written in parts': async (file, text) => {
    writeFileSync(file, text.slice(0, 20))
    await wait(120)
    appendFileSync(file, text.slice(20))
  },
  'sed -i: a temporary file takes the place': byRename((file) => join(dirname(file), 'sedA1b2C3')),
  'vim: the file becomes a backup, and a new one is written': (file, text) => {
    if (existsSync(file)) renameSync(file, `${file}~`)
    writeFileSync(file, text)
    remove(`${file}~`)
  },
  'vim with backupcopy: a copy is made, the file written in place': (file, text) => {
    if (existsSync(file)) copyFileSync(file, `${file}~`)
    writeFileSync(file, text)
    remove(`${file}~`)
  },
  'Emacs: a lock that is a link to nowhere': (file, text) => {
    const lock = join(dirname(file), `.#${basename(file)}`)
    symlinkSync('me@here.1:2', lock)
    if (existsSync(file)) renameSync(file, `${file}~`)
    writeFileSync(file, text)
    remove(lock)
  },
  'Syncthing, rsync: a hidden file takes the place': byRename((file) => hidden(file, 'tmp')),
  'Word and the like: two renames': (file, text) => {
    writeFileSync(hidden(file, 'new'), text)
    if (existsSync(file)) renameSync(file, hidden(file, 'old'))
    renameSync(hidden(file, 'new'), file)
    remove(hidden(file, 'old'))
  },
  'removed and written again': async (file, text) => {
    remove(file)
    await wait(200)
    writeFileSync(file, text)
  },
  'moved to another name': (file, text) => {
    const other = file.replace(/md$/, 'txt')
    const [from, to] = existsSync(file) ? [file, other] : [other, file]
    if (existsSync(from)) renameSync(from, to)
    writeFileSync(to, text)
  },
  'in a new folder': (file, text) => {
    const folder = join(dirname(file), 'new', 'deep')
    remove(dirname(folder))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, basename(file)), text)
  },
  'in a folder that is moved in': (file, text) => {
    const folder = join(dirname(file), 'moved-in')
    remove(folder)
    mkdirSync(hidden(file, 'folder'))
    writeFileSync(join(hidden(file, 'folder'), basename(file)), text)
    renameSync(hidden(file, 'folder'), folder)
  },
  'the content folder vanishes and comes back': async (file, text) => {
    const folder = dirname(file)
    renameSync(folder, `${folder}-away`)
    writeFileSync(join(`${folder}-away`, basename(file)), text)
    await wait(700)
    renameSync(`${folder}-away`, folder)
  },
  'the content folder is away for a moment': (file, text) => {
    const folder = dirname(file)
    renameSync(folder, `${folder}-away`)
    writeFileSync(join(`${folder}-away`, basename(file)), text)
    renameSync(`${folder}-away`, folder)
  },
  'another folder takes the place of the content folder, as git and unpackers do': (file, text) => {
    const folder = dirname(file)
    cpSync(folder, `${folder}-new`, { recursive: true })
    writeFileSync(join(`${folder}-new`, basename(file)), text)
    renameSync(folder, `${folder}-old`)
    renameSync(`${folder}-new`, folder)
    remove(`${folder}-old`)
  },
}
