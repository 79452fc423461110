// The languages that Paperwire speaks: one file each, named here.
export { en } from './en.ts'
export { ja } from './ja.ts'
export { ko } from './ko.ts'
