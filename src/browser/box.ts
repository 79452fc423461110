/** Closes an open box of a page (`details.subscribe`) when Escape is pressed, or whatever stands outside of it is. */
export function closeBoxes(): void {
  const open = (): HTMLDetailsElement | null => document.querySelector('details.subscribe[open]')
  document.addEventListener('keydown', ({ key }) => {
    const box = open()
    if (key !== 'Escape' || box === null) return
    box.open = false
    // The focus was inside, and would be lost with it.
    box.querySelector('summary')?.focus()
  })
  document.addEventListener('pointerdown', ({ target }) => {
    const box = open()
    if (box !== null && target instanceof Node && !box.contains(target)) box.open = false
  })
}
