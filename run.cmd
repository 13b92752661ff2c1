@echo off
rem Starts Tandem from source: the window, or a command. The first start brings everything it needs.
call "%~dp0tools\setup.cmd" || exit /b 1
"%~dp0.venv\Scripts\python.exe" -P -m app %*
