<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>Como este ordenador</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Holgadas</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compactas</translation>
    </message>
    <message>
        <source>Rows and cards</source>
        <translation>Filas y tarjetas</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Primera página</translation>
    </message>
    <message>
        <source>Where I left off</source>
        <translation>Donde lo dejé</translation>
    </message>
    <message>
        <source>The language changes when Tandem is opened the next time.</source>
        <translation>El idioma cambia la próxima vez que se abra Tandem.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Mentions of me</source>
        <translation>Menciones de mí</translation>
    </message>
    <message>
        <source>Tasks that fall due</source>
        <translation>Tareas que vencen</translation>
    </message>
    <message>
        <source>Overdue replies of my leads</source>
        <translation>Respuestas atrasadas de mis leads</translation>
    </message>
    <message>
        <source>Notify me of</source>
        <translation>Avisarme de</translation>
    </message>
    <message>
        <source>On the desktop, while Tandem is open behind other windows.</source>
        <translation>En el escritorio, mientras Tandem está abierto detrás de otras ventanas.</translation>
    </message>
    <message>
        <source>This desktop shows no notifications; the bell does.</source>
        <translation>Este escritorio no muestra avisos; la campana sí.</translation>
    </message>
    <message>
        <source>Sum up what waits for me, once a day</source>
        <translation>Resumir lo que me espera, una vez al día</translation>
    </message>
    <message>
        <source>On start</source>
        <translation>Al empezar</translation>
    </message>
    <message>
        <source>Quiet hours: from</source>
        <translation>Horas de silencio: desde</translation>
    </message>
    <message>
        <source>Quiet hours: to</source>
        <translation>Horas de silencio: hasta</translation>
    </message>
    <message>
        <source>to</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>No quiet hours</source>
        <translation>Sin horas de silencio</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Todos los días</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>De lunes a viernes</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation>Sábado y domingo</translation>
    </message>
</context>
<context>
    <name>WorkingTimeDialog</name>
    <message>
        <source>Working time</source>
        <translation>Horario de trabajo</translation>
    </message>
    <message>
        <source>Every clock counts these hours and leaves out these days, those of the past too.</source>
        <translation>Todos los relojes cuentan estas horas y dejan fuera estos días, también los pasados.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Only an admin changes them.</source>
        <translation>Solo un administrador los cambia.</translation>
    </message>
    <message>
        <source>Hours of work</source>
        <translation>Horas de trabajo</translation>
    </message>
    <message>
        <source>nobody works</source>
        <translation>nadie trabaja</translation>
    </message>
    <message>
        <source>As in 9:00–17:00, or with a break 9–13, 14–18.</source>
        <translation>Como 9:00–17:00, o con una pausa 9–13, 14–18.</translation>
    </message>
    <message>
        <source>“{text}” are no hours. Write them as in 9:00–17:00.</source>
        <translation>«{text}» no son horas. Escríbalas como 9:00–17:00.</translation>
    </message>
    <message>
        <source>Other hours of work count now</source>
        <translation>Ahora cuentan otras horas de trabajo</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>Festivos</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Work on that day</source>
        <translation>Trabajar ese día</translation>
    </message>
    <message>
        <source>One more day off</source>
        <translation>Un festivo más</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>Cómo se llama</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>The whole country</source>
        <translation>Todo el país</translation>
    </message>
    <message>
        <source>The days off of {country} count now</source>
        <translation>Ahora cuentan los festivos de {country}</translation>
    </message>
    <message>
        <source>No country’s days off count any more</source>
        <translation>Ya no cuentan los festivos de ningún país</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>Añadido a mano</translation>
    </message>
    <message>
        <source>Nobody works on {day}</source>
        <translation>Nadie trabaja el {day}</translation>
    </message>
    <message>
        <source>{day} is worked on</source>
        <translation>Se trabaja el {day}</translation>
    </message>
</context>
</TS>
