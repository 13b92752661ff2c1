@echo off
rem Called by run.cmd and test.cmd: brings whatever is missing, does nothing when all is there.
rem Needs Python 3.11 to 3.13 once, as installed by the Microsoft Store or winget.
set "root=%~dp0.."
if exist "%root%\.tools\Scripts\uv.exe" goto packages
py -3 -m venv "%root%\.tools" 2>nul || python -m venv "%root%\.tools"
if errorlevel 1 echo Python is missing: winget install Python.Python.3.13 & exit /b 1
"%root%\.tools\Scripts\python.exe" -m pip install -q --require-hashes -r "%root%\tools\uv.lock" || exit /b 1
:packages
fc /b "%root%\requirements.lock" "%root%\.venv\stamp" >nul 2>nul && goto words
echo Installing the Python packages of requirements.lock
if not exist "%root%\.venv\Scripts\python.exe" (
    "%root%\.tools\Scripts\uv.exe" venv --quiet --clear --no-project --python ">=3.11,<3.14" "%root%\.venv" || exit /b 1
)
"%root%\.tools\Scripts\uv.exe" pip sync --quiet --python "%root%\.venv\Scripts\python.exe" --require-hashes --compile-bytecode "%root%\requirements.lock" || exit /b 1
for %%i in ("%root%") do echo %%~fi>"%root%\.venv\Lib\site-packages\tandem.pth"
copy /y "%root%\requirements.lock" "%root%\.venv\stamp" >nul
:words
pushd "%root%"
.venv\Scripts\python.exe -m tools.words compile
popd
