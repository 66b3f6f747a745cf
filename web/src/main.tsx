import { render } from 'preact'
import { App } from './app.tsx'
import './style.css'
import { language } from './texts.ts'

document.documentElement.lang = language
render(<App />, document.getElementById('app') as HTMLElement)
