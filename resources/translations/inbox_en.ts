<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n of your leads are overdue.</source>
        <translation>
            <numerusform>%n of your leads is overdue.</numerusform>
            <numerusform>%n of your leads are overdue.</numerusform>
        </translation>
    </message>
</context>
</TS>
